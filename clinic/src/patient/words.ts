import { daysADraftIsKept } from '@facialis/wire'
export const words = {
  othersRecord: (who: string) => `${who} records this. What is on record is on the person’s page.`,
  nameUnknown: 'Name not known',
  born: 'Born',
  bornUnknown: 'Birth date unknown',
  study: 'Study',
  acknowledged: 'acknowledged',
  notAcknowledged: 'not acknowledged',
  years: (age: string) => `${age} years`,
  interpreter: (language: string) => `Interpreter: ${language}`,
  sideUnknown: 'Side not recorded',
  cannotOpen: 'This record cannot be opened',
  identity: 'Who this is',
  kept: {
    notInUse: 'This record is not in use',
    notInUseText:
      'Whoever keeps it has closed it. It is on the board only while something in it is waiting for somebody. What is shown here holds today: nothing that was open was closed with it.',
    merged: 'Several records are read as one',
    mergedText:
      'Another system merged these into this record. What was recorded there counts here. If this is not one person, tell whoever keeps the records, and rely on nothing here until they are separated.',
    unread: 'Part of this person’s record is not read here',
    unreadText: (references: string) =>
      `This record names ${references} as the same person, and it is not known here which record is in use. What is recorded there is missing here. Ask whoever keeps the records.`,
    gone: 'This record was merged into another',
    goneTitle: 'Another record of this person is in use instead',
    goneText: 'Nothing more is recorded here. The contents of both are shown there.',
    open: 'Open the record that is in use',
  },
  unread: (sentences: readonly string[]) => `Not saved: what was typed cannot be read. ${sentences.join(' ')}`,
  dayOver:
    'A new day has begun since this page was opened, and nothing was saved. Check what is here once more, and save it for today.',
  draft: {
    opening: '',
    empty: '',
    restored: `Your draft was restored. It is not part of the record until you save, and is deleted ${daysADraftIsKept} days after you last typed.`,
    typing: 'Keeping a draft…',
    kept: `Draft kept on the server for ${daysADraftIsKept} days. It is not part of the record until you save.`,
    elsewhere: 'Not kept: another tab holds another draft. Choose one of them above.',
    'not-kept': 'Not saved: the draft could not be kept. Trying again; do not close this page.',
  },
  holds: {
    ways: {
      'screen.red-flags': 'Ask every red flag',
      'screen.examination': 'Examine, and mark the list',
      'screen.at-chair': 'Ask the list at the chair',
      study: 'Get a scan read and recorded',
      'dx.class': 'Conclude and sign the diagnosis',
    } as Readonly<Record<string, string>>,
    answer: (fact: string) => `Answer: ${fact}`,
    answerFor: (what: string) => `Say what became of it: ${what}`,
    acknowledge: (date: string) => `Acknowledge the report${date === '' ? '' : ` of ${date}`}`,
  },
  strike: {
    title: (what: string, date: string) => `Strike the ${what}${date === '' ? '' : ` of ${date}`}`,
    of: (what: string, date: string) => `Strike the ${what} of ${date}`,
    short: 'Strike',
    text: 'It stays in the history, marked as withdrawn, and no longer counts. Give the reason: wrong person, wrong side, wrong day, did not happen.',
    press: 'Strike it, with this reason',
    saved: 'It is struck.',
  },
  reason: { label: 'Reason', cancel: 'Cancel' },
  notCounted: {
    title: 'Not counted',
    line: (what: string, date: string, why: string) =>
      `Not counted: ${what}${date === '' ? '' : ` of ${date}`}: ${why}`,
    why: {
      ahead: 'its date is in the future. If the date is wrong, strike it and record it again.',
      withdrawn: 'it was struck. The reason is on the timeline; there is nothing to do.',
      replaced: 'a later version replaced it; there is nothing to do.',
    },
    strike: 'Strike it',
  },
  clash: {
    open: (called: string, time: string) => `This ${called} is open in another tab (${time}).`,
    gone: (called: string) => `This ${called} was saved or discarded in another tab.`,
    text: 'What is here is not kept until you choose; the other draft is lost only if you keep this one.',
    goneText: 'What is here is not kept until you choose.',
    take: 'Take that one',
    keep: 'Keep this one',
    afresh: 'Start afresh',
  },
} as const
