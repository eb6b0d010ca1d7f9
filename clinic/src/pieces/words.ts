import { capital } from '../words/capital.ts'
import { muscleNames } from '../words/clinical.ts'
import { saidWords } from '../words/plain-words.ts'

/** Every word of the reusable pieces. */
export const words = {
  statusLink: {
    title: 'Status link',
    text: 'Keep this link now: it is shown only once. It shows how far the request is, never results.',
    copy: 'Copy the link',
    copied: 'Copied',
  },
  fileSize: (kilobytes: number) => `${kilobytes} KB`,
  side: { unknown: 'Side not recorded', own: 'Left and right are the person’s own' },
  line: {
    here: 'You are here',
    since: (date: string) => `since ${date}`,
    also: (stages: string) => `Also: ${stages}`,
    describe: (stage: string) => `Pathway line. You are here: ${stage}.`,
    behind: (stages: string) => `Behind: ${stages}.`,
    ahead: (stages: string) => `Ahead: ${stages}`,
  },
  gate: {
    more: (count: number) => `${count} more reasons`,
    ruleOuts: (list: string) => `Not ruled out: ${list}.`,
    allMet: (count: number) => (count === 1 ? 'The condition is met' : `All ${count} conditions are met`),
    missing: (facts: string) => `Still needed: ${facts}`,
    confirm: (facts: string) => `To confirm at the session: ${facts}`,
    opens: (date: string) => `Opens on ${date} with no new fact`,
    exceptions: (list: string) => `Standing exception in force: ${list}`,
    named: (label: string) => `“${label}”`,
    overridable: (list: string) => `A standing exception is possible: ${list}`,
    unverified: 'unverified',
  },
  passage: {
    open: (ids: string) => `Source ${ids}`,
    title: 'Where this comes from',
    none: 'No source says this. It is the pathway’s own judgement.',
    source: 'Source',
    locator: 'Where in the source',
    strength: 'Strength',
    dated: 'As read',
    unverified: 'Unverified: not found in a source that could be opened, and not yet signed by a clinician',
    stale: (date: string) => `Review date passed on ${date}`,
    strengths: {
      strong: 'Strong evidence',
      moderate: 'Moderate evidence',
      weak: 'Weak evidence',
      label: 'Product label',
      statement: 'Statement without graded evidence',
    },
  },
  decision: {
    whyNot: (answer: string) => `Why not “${answer}”`,
    needed: {
      no: 'This would be needed, and it is not so:',
      unknown: 'This would be needed, and it is not known yet:',
    },
    outranked: { decides: 'This decides it:', first: 'This comes before it:' },
  },
  phrase: {
    all: 'all of',
    any: 'any of',
    noneOf: 'none of',
    notAllOf: 'not all of',
    some: (entry: string) => `there is a ${entry} with`,
    no: (entry: string) => `there is no ${entry} with`,
    parts: (count: number) => `${count} ${count === 1 ? 'part' : 'parts'}`,
  },
  steps: {
    none: 'Nothing is waiting. The pathway has no next step today.',
    owner: 'Owner',
    noAnchor: (anchor: string) => `No due date: ${anchor} is not recorded`,
    group: (count: number, due: string) => `${count} steps, ${due}`,
    preparations: (count: number, due: string) => `${count} preparations for the operation, ${due}`,
    later: (count: number) => `${count} later`,
  },
  ledger: {
    none: 'No study on record.',
    reopened: (why: string) => `Reopened by ${why}.`,
    found: (what: string) => `Found: ${what}.`,
    doubtful: (answer: string) => `${answer}, as far as was read`,
    caption: 'The four rule-outs and what each rests on',
  },
  timeline: {
    none: 'Nothing is recorded yet. The first act will appear here.',
    earlier: (count: number) => `${count} earlier`,
    details: 'Details',
    detailsOf: (date: string, kind: string) => `Details: ${date}, ${kind}`,
    after: (why: string, by: string) =>
      `Recorded afterwards (${why.toLowerCase()})${by === '' ? '' : `, told by ${by}`}`,
    recordedAfter: 'Recorded afterwards',
    withdrawn: 'Withdrawn',
    by: (name: string, role: string) => `${name}, ${role}`,
    recordedAt: (date: string) => `recorded ${date}`,
  },
  lane: {
    title: (from: string, to: string) => `Time line to scale, from ${from} to ${to}.`,
    rows: { visits: 'Visits, scans', treatment: 'Treatment', score: 'Score' },
    kinds: {
      referral: ['referral', 'referrals'],
      visit: ['visit', 'visits'],
      study: ['scan', 'scans'],
      session: ['injection', 'injections'],
      operation: ['operation', 'operations'],
      score: ['score', 'scores'],
    },
    today: 'today',
  },
  banner: {
    guidance: (status: string) => `${capital(status)}.`,
    onPaper: (status: string) => `Drawn up with Facialis. The guidance it follows: ${status}.`,
    clinician: 'Decision support. Check the facts and source. It does not replace your judgement.',
  },
  field: {
    ...saidWords,
    clear: 'Clear this answer',
    today: 'Today',
    /** What a button beside a field says of which field it is, where many stand on a page. */
    pressed: (what: string, question: string) => `${what}: ${question}`,
    dateHint: '14 Mar 2026',
    birthDateHint: '3 Apr 1968',
    readAs: (date: string) => `Read as ${date}`,
    which: (text: string) => `Which day is ${text}?`,
    wholeDay: 'The day is needed, such as 14 Mar 2026.',
    badNumber: (min: string, max: string) => `Write a number from ${min} to ${max}.`,
    tooPrecise: (decimals: number) =>
      decimals === 0
        ? 'Write a whole number.'
        : `At most ${decimals} digit${decimals === 1 ? '' : 's'} after the point.`,
    unverified: 'unverified question',
  },
  signs: {
    brow: { yes: 'the brow rises as the eye closes', no: 'the brow comes down with the lid' },
    synchronous: { yes: 'eye and mouth at the same instant', no: 'one moves without the other' },
    'lid-onset': { yes: 'around the eye, often the lower lid', no: 'at the mouth or the chin' },
    downward: { yes: 'from the lid to cheek, mouth or neck', no: 'it stays at the lid' },
  },
  scores: {
    none: 'No score is recorded yet.',
    describe: (label: string, points: string) => `${label}: ${points}`,
    of: (value: string, max: string) => `${value} of ${max}`,
  },
  face: {
    title: 'Face seen from the front',
    right: 'PERSON’S RIGHT',
    left: 'PERSON’S LEFT',
    leftSide: 'left',
    rightSide: 'right',
    side: (side: string) => `${side} side`,
    muscle: (muscle: string, side: string, points: string) =>
      `${muscle}, ${side} side${points === '' ? '' : `: ${points}`}`,
    count: (points: number) => `${points} point${points === 1 ? '' : 's'}`,
    help: 'Arrow keys move between muscles, Enter adds a point, Delete removes the last one there.',
    last: 'last session',
    caution: 'avoid',
    muscles: muscleNames,
  },
  keptInTab: {
    line: 'What you type stays in this tab for an hour, also when the page is loaded anew; we get nothing before you send it. If others use this computer, clear the form before you leave.',
    back: 'What was typed here is back.',
    filesAgain: 'Files are chosen again.',
    clear: 'Clear the form',
    answered:
      'This page stays in this tab for an hour, also when it is loaded anew. If others use this computer, clear it once you have kept the link.',
    clearAnswer: 'Clear this page',
  },
} as const
