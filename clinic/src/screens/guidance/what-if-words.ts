const people = (count: number): string => `${count} ${count === 1 ? 'person' : 'people'}`

export const words = {
  title: 'What would change',
  lead: 'Change a number to see at once who would be decided otherwise. Nothing is saved while you try.',
  notWhole: 'A whole number, please.',
  outside: (min: number, max: number) => `Between ${min} and ${max}.`,
  inForce: (value: string) => `In force: ${value}`,
  reset: 'Reset',
  resetOf: (label: string) => `Reset: ${label}`,
  resetAll: 'Reset to what is in force',
  change: (label: string, from: number, to: number, unit: string) => `${label}: ${from} → ${to} ${unit}`.trim(),
  asking: 'Asking …',
  reading: (read: number, of: number) => `Reading the records: ${read} of ${of}`,
  wrong: 'A number is not within its bounds: see above. Nothing is asked until it is.',
  nobody: 'Nobody moves',
  asked: (count: number) => `Of ${people(count)} on the board today`,
  earlier: (count: number) =>
    `${people(count)} ${count === 1 ? 'follows' : 'follow'} an earlier version of the pathway; here the newest is asked.`,
  unread: (count: number, names: readonly string[]) =>
    `Not asked about: ${people(count)} whose record cannot be read${names.length > 0 ? ` (${names.join(', ')})` : ''}. Tell whoever looks after this server.`,
  moves: (count: number) => (count === 1 ? '1 person moves' : `${count} people move`),
  nobodyDecided: 'Nobody is decided otherwise',
  others: (count: number, more: boolean) =>
    `${count}${more ? ' more' : ''} ${count === 1 ? 'person is' : 'people are'} told otherwise what is due`,
  decisions: 'Decided otherwise',
  steps: 'Due otherwise',
  alerts: 'Alerts',
  to: 'to',
  notCalledFor: 'Not called for',
  otherDay: 'Another day',
  raised: 'Raised',
  notRaised: 'Not raised',
  who: 'Who',
  noNames: 'You see how many, not who: people are shown to those who treat them.',
  listed: (listed: number, all: number) => `The first ${listed} of ${all} are listed.`,
  all: (count: number) => `Show all ${count}`,
  now: 'Now',
  instead: 'Then',
  save: 'Save these numbers',
  saving: {
    nobody: 'Nobody moves when this is saved.',
    moves: (count: number) => `${count === 1 ? '1 person moves' : `${count} people move`} when this is saved.`,
    others: (count: number) =>
      `${people(count)} ${count === 1 ? 'is' : 'are'} told otherwise what is due when this is saved.`,
  },
  notYours: 'A pathway author saves numbers; what you try here changes nothing.',
  saved: 'Saved. The numbers are in force from today.',
} as const
