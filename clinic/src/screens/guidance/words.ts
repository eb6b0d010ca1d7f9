import type { PolicyNumber } from '@facialis/language'
import { perCent } from '../../words/per-cent.ts'
import type { ChapterId } from './chapters.ts'

type UnitWords = Readonly<Record<PolicyNumber['unit'], string>>
const manyOf: UnitWords = { d: 'days', a: 'years', '%': '%', U: 'U', score: 'points', count: '', mm: 'mm' }
const oneOf: UnitWords = { ...manyOf, d: 'day', a: 'year', score: 'point' }

export const words = {
  title: 'Guidance',
  lead: 'The pathway as a book: what the sources say on the left, what the pathway makes of it on the right.',
  waits: (version: string, from: string) =>
    `Version ${version} takes effect on ${from}; until then the version before it applies`,
  version: (version: string, status: string) => `Version ${version}, ${status}`,
  contents: 'Contents',
  book: 'Chapters',
  search: 'Search the book',
  results: 'Found in the book',
  searchHint: 'Word, rule, “BT-05”',
  found: (count: number, text: string) =>
    count === 0
      ? `Nothing in the book matches “${text}”.`
      : count === 1
        ? `1 place matches “${text}”`
        : `${count} places match “${text}”`,
  cut: 'Only the first places are shown; add a word to narrow them.',
  kinds: {
    decision: 'Decision',
    rule: 'Rule',
    passage: 'Passage',
    conflict: 'Conflict',
    number: 'Number',
    step: 'Next step',
  },
  print: 'Print this page',
  notFound: 'There is no such page in this version of the book',
  notFoundText: 'Search for it above, or go back to the contents.',

  chapters: {
    diagnosis: { title: 'Diagnosis', text: 'Which condition it is, and how sure one is.' },
    'rule-outs': { title: 'Rule-outs', text: 'What must not be missed, and what excludes it.' },
    imaging: { title: 'Imaging', text: 'Which scan, when, and whether it is enough.' },
    cause: { title: 'Cause', text: 'What is presumed, and on what grounds.' },
    toxin: { title: 'Toxin', text: 'Whether it may be offered, given today, and what it did.' },
    surgery: { title: 'Surgery', text: 'For whom, and what became of the spasm.' },
    'follow-up': { title: 'Follow-up', text: 'Where somebody stands, and what is asked when.' },
  } satisfies Readonly<Record<ChapterId, Readonly<{ title: string; text: string }>>>,
  chapter: (number: number, title: string) => `${number}. ${title}`,
  pages: 'Decisions',
  stones: 'Stepping stones',
  stonesText: 'Decided on the way, study by study; not shown as advice.',
  steps: 'Next steps',
  alerts: 'Alerts',
  checks: 'Checks before signing',
  checksText: 'Each has its effect unless its condition is a plain no; unknown counts as yes.',
  effects: { stop: 'Cannot be signed', confirm: 'A second press, with a reason', note: 'Shown as a note' },
  severity: { critical: 'Critical', warning: 'Warning', info: 'Information' },
  when: 'When',
  owner: (owner: string) => `Owner: ${owner}`,
  count: (pages: number, steps: number) =>
    `${pages} decision${pages === 1 ? '' : 's'} · ${steps} next step${steps === 1 ? '' : 's'}`,

  page: {
    left: 'What the sources say',
    right: 'What the pathway makes of it',
    noPassage: 'No passage stands behind this page.',
    judgements: 'No source says it: own judgements',
    judgement: 'Own judgement',
    answers: 'What each answer needs',
    ranked:
      'The first rule that holds answers. A rule above that is unknown is never skipped in favour of a bolder one.',
    known: 'Uses only what is known; here what is unknown counts as not so.',
    gate: 'Shut unless every need is met. A limit that is unknown applies, unless it is asked at the chair.',
    session: 'Stands behind the gate above it; what is asked at the chair must be answered the same day.',
    fold: 'Over all studies, in this order: a finding is never hidden by a later clear study.',
    list: 'Everything on the list that holds is shown.',
    ranking: 'Most likely first. Marks count features; they are not probabilities.',
    need: 'Needs',
    limit: { blocked: 'Blocks when', caution: 'Cautions when' } as Readonly<Record<string, string>>,
    otherwise: 'Otherwise',
    atChair: 'asked at the chair',
    unverified: 'unverified',
    exceptions: 'Exceptions',
    exceptionText: 'One act may pass the shut gate under one of these; the answer stays blocked.',
    available: 'Possible when',
    inForce: 'In force while',
    covers: (ids: string) => `Covers ${ids}`,
    for: 'For',
    against: 'Against',
    settles: 'Would settle it',
    urgency: (urgency: string) => `Urgency: ${urgency}`,
    terms: 'Names used here, and what they mean',
    numbers: 'Numbers used here',
    facts: (count: number) => `Facts it can ask for (${count})`,
    rests: 'Rests on',
    leads: 'Leads to',
    none: '—',
    ruleGives: (ids: string) => `rule ${ids}`,
    orOtherwise: 'when no rule holds',
    permitted: 'every need is met and no limit applies',
    caution: 'every need is met and a cautioning limit applies, or may apply',
    blocked: 'a need is not met, or a blocking limit applies or may apply',
    sequence: (list: string) => `First of these that any study says: ${list}`,
    stands: (id: string) => `Stands behind ${id}`,
  },

  touches: {
    title: 'Your people',
    none: 'Nobody on the board stands where this is decided today.',
    some: (count: number) => `${count} ${count === 1 ? 'person' : 'people'} on the board today:`,
    part: (count: number, label: string) => `${count} ${label.toLowerCase()}`,
  },

  passage: {
    title: (id: string) => `Passage ${id}`,
    uses: 'What rests on it',
    unused: 'Nothing rests on it: it informs, and no rule needs it.',
    normative: 'Normative: a rule must carry it.',
    background: 'Background: it informs.',
    off: 'Switched off: it names a dose and could not be verified',
    offText: 'It is not shown until somebody has found it in a source and a clinician has signed it.',
    source: 'More from this source',
    kinds: {
      topic: 'Decision',
      step: 'Next step',
      alert: 'Alert',
      check: 'Check',
      number: 'Number',
      conflict: 'Conflict',
    },
    unverified: 'unverified',
  },

  conflicts: {
    title: 'Where sources disagree',
    lead: 'Both sides are always shown, with the one the rules follow and why.',
    seed: 'The seed page',
    literature: 'The literature',
    followed: 'Followed',
    both: 'Both are followed, each where it fits',
    handling: 'What the pathway does',
    rules: 'Carried by',
  },

  policy: {
    title: 'Policy numbers',
    lead: 'Every number a site may set, with its default, the bounds within which it stays safe, and where it comes from.',
    number: 'Number',
    standard: 'Default',
    here: 'Here',
    bounds: 'Bounds',
    source: 'From',
    uses: 'Used by',
    from: (least: string, most: string) => (least === most ? `fixed at ${least}` : `${least} to ${most}`),
    off: 'not shown',
    offText:
      'A dose figure that nobody could verify. It can only ask for confirmation or refuse; it is not shown here.',
    changed: 'changed here',
    more: (count: number) => `and ${count} more`,
    others: 'Clocks, displays and dose checks that no rule in the book reads',
    /** In the plural. */
    unit: (unit: PolicyNumber['unit']) => manyOf[unit],
    amount: (amount: number | string, unit: PolicyNumber['unit']) =>
      unit === '%' ? perCent(amount) : `${amount} ${Number(amount) === 1 ? oneOf[unit] : manyOf[unit]}`.trim(),
    filter: 'Find a number',
    show: (count: number) => (count === 1 ? 'Show the number' : `Show ${count} numbers`),
    hide: 'Hide them',
  },

  diagram: {
    title: 'The pathway, drawn',
    text: 'Left to right: each box rests on those an arrow comes from. Press a box to open its page.',
    scroll: 'Drawing of the pathway, scrolls sideways',
    ruleOuts: 'Four rule-outs',
    short: { differential: 'Differential', decompression: 'Decompression' } as Readonly<Record<string, string>>,
  },
} as const
