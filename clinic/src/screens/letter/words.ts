const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

export const words = {
  title: 'Letter',
  lead: 'To the referrer. It says what is on record and nothing more; read it, change it, sign it.',
  owed: (since: string) => `A letter has been due since ${since}.`,
  notOwed: 'Nothing new has been recorded since the last letter.',
  reached: (referrer: string) => `${referrer} can be reached at`,
  noReferrer: 'No referrer is recorded for this person.',
  text: 'The letter',
  again: 'Rewrite it from the record',
  print: 'Print',
  sign: 'Sign, and record it as sent',
  signed: 'The letter is recorded as sent.',
  another: 'Write another',
  mayNotSign:
    'A doctor signs it, in a letter of their own. You can print your changes as a draft; nobody else sees them.',
  draftMark: 'DRAFT: not signed',
  body: {
    to: (referrer: string) => `To ${referrer}`,
    about: (name: string, born: string) => `About ${name}, born ${born}`,
    bornUnknown: 'on a date not known to us',
    thanks: (received: string | null) =>
      received === null
        ? 'Thank you for referring this person to us.'
        : `Thank you for your referral, which we received on ${received}.`,
    seen: (days: readonly string[]) => `We saw them on ${list(days)}.`,
    notSeen: 'We have not seen them yet.',
    spoke: (days: readonly string[]) => `We spoke by telephone on ${list(days)}.`,
    concluded: (said: Readonly<{ sure: string; kind: string | null; side: string | null; by: string; on: string }>) =>
      `Our conclusion, recorded on ${said.on} by ${said.by}: ${said.sure} hemifacial spasm${said.side === null ? '' : `, ${said.side}`}${said.kind === null ? '' : ` (${said.kind})`}.`,
    notConcluded: 'We have not recorded a conclusion about the diagnosis yet.',
    somebody: 'the team',
    scans: (scans: readonly string[]) => `Imaging on record: ${list(scans)}.`,
    noScan: 'There is no imaging on record here.',
    cleared: (what: readonly string[]) => `Looked for and excluded: ${list(what)}.`,
    open: (what: readonly string[]) => `Not excluded yet: ${list(what)}.`,
    positive: (what: readonly string[]) =>
      `Reported on imaging or already known, and still to be dealt with: ${list(what)}.`,
    toxin: (count: number, last: string) =>
      `Botulinum toxin: ${count === 1 ? 'one session is' : `${count} sessions are`} on record, the latest ${last}.`,
    relief: (relief: string) => `Best relief after it: ${relief}.`,
    sideEffects: (effects: readonly string[]) => `Side effects reported: ${list(effects)}.`,
    operation: (kind: string, on: string) => `Operation: ${kind}, ${on}.`,
    onDay: (day: string) => `on ${day}`,
    dayUnknown: 'on a day not recorded',
    next: 'What comes next:',
    step: (label: string, owner: string, due: string | null) =>
      `- ${label} (${owner}${due === null ? '' : `, ${due}`})`,
    by: (day: string) => `by ${day}`,
    /** Its day has passed: a letter promises no day that is gone. */
    late: 'still to be done',
    nothingNext: 'Nothing is planned at the moment.',
    emergency:
      'Sudden weakness of face, arm or leg, or sudden trouble speaking, swallowing or hearing is not part of this condition: please send the person to an emergency department at once.',
    close: 'With kind regards',
  },
} as const
