import type { Check } from './check.ts'
import type { Entry, Screen } from './entry.ts'
import type { Fact } from './fact.ts'
import type { ToProve } from './invariant.ts'
import type { LabelStatus } from './label.ts'
import type {
  Alert,
  Anchor,
  Candidate,
  Collection,
  Condition,
  Decision,
  ExceptionKind,
  Feature,
  NumberTerm,
  Ranking,
  Step,
  Urgency,
} from './nodes.ts'
import type { Cites, Passage } from './passage.ts'
import type { PolicyNumber } from './policy.ts'
import { amount } from './term.ts'
import type { CodeMeaning } from './terminology.ts'

/** Two sources that disagree: both are shown, and which one the rules follow is said aloud. */
export type Conflict = Readonly<{
  id: string
  question: string
  seed: readonly Passage[]
  seedSays: string
  literature: Cites
  literatureSays: string
  followed: 'seed' | 'literature' | 'both'
  handling: string
  rules: readonly string[]
}>

/** What a pathway says of itself before, and after, clinicians have signed all of it. */
export const draft = 'draft, not clinically signed'
export const signed = 'clinically signed'

/** From when a released version counts, and by when somebody looks at it again; `YYYY-MM-DD`. */
export type Released = Readonly<{ effectiveFrom: string; reviewBy: string }>

/** Everything one condition's guidance says, as data. */
export type Pathway = Readonly<{
  id: string
  version: string
  title: string
  /** `draft` until clinicians have signed every part of it; then `signed`. */
  status: string
  /** Null while it is being written. */
  released: Released | null
  passages: readonly Passage[]
  facts: readonly Fact[]
  entries: readonly Entry[]
  screens: readonly Screen[]
  policy: readonly PolicyNumber[]
  decisions: readonly Decision[]
  collections: readonly Collection[]
  rankings: readonly Ranking[]
  steps: readonly Step[]
  alerts: readonly Alert[]
  /** What is looked at before an entry is signed, in the order in which it is told; each names its kind of entry. */
  checks: readonly Check[]
  /** Which product is labelled for what, and where. */
  labels: readonly LabelStatus[]
  conflicts: readonly Conflict[]
  /** Codes other systems use, and what they say here. */
  terminology: readonly CodeMeaning[]
  /** Which decisions count on which stage when the next question is chosen; all where a stage is not named. */
  focus: Readonly<Record<string, readonly string[]>>
  /** The decision that says where a person stands. */
  stage: Decision
  /** What is proved of all this. */
  toProve: ToProve
}>

type StepWords = Readonly<{
  label: string
  text: string
  when: Condition
  owner: string
  urgency?: readonly (readonly [Condition, Urgency])[] | Urgency
  anchor: Anchor | readonly Anchor[]
  window: Readonly<{ opens?: NumberTerm | number; due: NumberTerm | number; overdue?: NumberTerm | number }>
  settles: Step['settles']
  rules: readonly string[]
}>

/** A next action. `window` is days after the anchor; `overdue` defaults to `due`, `opens` to the anchor itself. */
export const step = (id: string, words: StepWords, ...because: Cites): Step => ({
  kind: 'step',
  id,
  label: words.label,
  text: words.text,
  when: words.when,
  owner: words.owner,
  urgency:
    typeof words.urgency === 'string'
      ? [{ when: { kind: 'always' }, is: words.urgency }]
      : (words.urgency ?? []).map(([when, is]) => ({ when, is })),
  anchors: 'date' in words.anchor ? [words.anchor] : words.anchor,
  window: {
    opens: amount(words.window.opens ?? 0),
    due: amount(words.window.due),
    overdue: amount(words.window.overdue ?? words.window.due),
  },
  settles: words.settles,
  rules: words.rules,
  because,
})

export const alert = (id: string, words: Omit<Alert, 'kind' | 'id' | 'because'>, ...because: Cites): Alert => ({
  kind: 'alert',
  id,
  ...words,
  because,
})

export const collection = (id: string, words: Omit<Collection, 'kind' | 'id'>): Collection => ({
  kind: 'collection',
  id,
  ...words,
})

export const ranking = (id: string, words: Omit<Ranking, 'kind' | 'id'>): Ranking => ({ kind: 'ranking', id, ...words })
export const candidate = (id: string, words: Omit<Candidate, 'id'>): Candidate => ({ id, ...words })
/** A feature counts for or against a candidate; weights are ordinal policy, not probabilities. */
export const feature = (label: string, when: Condition, weight = 1): Feature => ({ label, when, weight })

export const exceptionKind = (code: string, words: Omit<ExceptionKind, 'code'>): ExceptionKind => ({ code, ...words })
