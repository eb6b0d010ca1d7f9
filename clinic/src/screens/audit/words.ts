import type { AuditOutcome } from '@facialis/wire'

const orders = (count: number): string => (count === 1 ? '1 order' : `${count} orders`)

export const words = {
  cards: {
    version: (version: string) => `by version ${version}`,
    shown: (count: number) => (count === 0 ? 'no card' : count === 1 ? '1 card' : `${count} cards`),
    orders: {
      held: (count: number) => `${orders(count)} held`,
      passed: (count: number) => `${orders(count)} past an open gate`,
      otherReason: (count: number) => `${orders(count)} for another reason`,
      noReason: (count: number) => `${orders(count)} without a reason`,
      unresolved: (count: number) => `${orders(count)} whose medicine is not known`,
    } as Readonly<Record<string, (count: number) => string>>,
  },
  title: 'Audit trail',
  lead: 'Every look at a record and every act, by whom and when. It can be added to and never changed.',
  whose: 'Whose record',
  whoseHint: 'First name and surname, in any order.',
  find: 'Find',
  nobodyFound: (name: string) => `Nobody of the name “${name}” is on record.`,
  born: (day: string) => `born ${day}`,
  only: (name: string) => `Only the record of ${name}`,
  everybody: 'Every record',
  colleague: 'Who did it',
  anybody: 'Anybody',
  outcome: 'What became of it',
  any: 'Anything',
  outcomes: { done: 'Was done', read: 'Was looked at', refused: 'Was refused' } as Readonly<
    Record<AuditOutcome, string>
  >,
  older: 'Further back',
  beginning: 'This is the beginning of the trail.',
  nothing: 'Nothing of this kind so far. Go further back, or ask for less.',
  frontDoor: 'Front door',
  statusLink: 'Somebody with a status link',
  setUp: 'Set-up',
  machine: 'Somebody at the machine',
  nobody: 'Nobody known',
  clock: 'The clock',
  refused: 'Refused',
  others: (count: number) => `and ${count} more`,
  times: (count: number) => `${count} times`,
  unnamed: 'a record without a name',
  reason: 'Reason',
  check: 'Check that the trail is whole',
  checking: 'Every event is followed to the next…',
  whole: (events: number) => `Whole: each of ${events.toLocaleString('en-GB')} events follows the one before it.`,
  signed: (count: number, last: string) =>
    `It agrees with ${count.toLocaleString('en-GB')} ends that were signed and noted elsewhere, the last ${last}.`,
  unsigned: 'No end of it has been noted elsewhere yet, so a tail that was cut off would not be seen.',
  broken: 'The trail is not whole',
} as const
