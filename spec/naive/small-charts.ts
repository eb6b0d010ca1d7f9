/** A pathway of a few facts and one kind of entry, and charts a sentence long. */
import {
  atChair,
  type Chart,
  type Condition,
  type Decision,
  dayOf,
  decide,
  type EntryRecord,
  emptyChart,
  entry,
  type Fact,
  fact,
  fieldsOf,
  neutral,
  nothingToProve,
  type Observation,
  otherwise,
  ownJudgement,
  type Pathway,
  parseDate,
  policyNumber,
  rule,
  type Screen,
  type Span,
  screen,
  type Unknown,
  type Value,
} from '@facialis/language'
import type { Asking } from './on-the-day.ts'

export const reason = ownJudgement('made up')
export const goodFor = policyNumber('p.fresh', { label: '', unit: 'd', default: 5, min: 0, max: 99, because: [reason] })
export const plain = { question: '?', adverse: neutral('made up') }
export const flag = fact.choice('flag', ['no', 'yes', 'yes-resolved', 'yes-other'], {
  question: '?',
  adverse: { g: ['yes', 'yes-other'] },
  judged: { words: ['yes-resolved'], of: 'yes' },
})
export const signed = fact.yesNo('signed', { ...plain, goodFor })
export const alarm = fact.yesNo('alarm', { question: '?', adverse: { g: ['yes'] }, goodFor })
export const parts = fact.set('parts', ['p', 'q'], { question: '?', adverse: { g: ['p'] } })
export const born = fact.date('born', { ...plain, may: 'any' })
export const infected = atChair(fact.yesNo('infected', plain))

export const of = fieldsOf('study')
export const found = of.choice('found', ['absent', 'present'], plain)
export const mass = of.yesNo('mass', { ...plain, goodFor })
export const dose = of.quantity('dose', { unit: 'U', min: 0, max: 99 }, plain)
export const fills = [{ field: found, is: 'absent', fills: [mass], with: 'no' }]
export const study = entry('study', { label: 'study', plural: 'studies', fills }, { found, mass, dose })
export const flags: Screen = screen('flags', 'flags', [flag, alarm])

/** Yes where this holds, no where it does not, and unknown where nobody can tell. */
export const yesWhere = (id: string, when: Condition) => decide(id, sayingYes(when))
export const sayingYes = (when: Condition) =>
  ({
    asks: '?',
    answers: ['yes', 'no', 'unknown'],
    undetermined: 'unknown',
    rules: [rule('R', when).answers('yes').because('x', reason)],
    otherwise: otherwise('O', 'no', 'y', reason),
  }) as const

/** Open where this holds, which is bolder than shut. */
export const openWhere = (when: Condition) =>
  ({
    asks: '?',
    answers: ['shut', 'open'],
    boldness: [['shut'], ['open']],
    rules: [rule('A', when).answers('open').because('made up', reason)],
    otherwise: otherwise('B', 'shut', 'made up', reason),
  }) as const

export const pathwayOf = (...decisions: Decision[]): Pathway => ({
  id: 'made-up',
  version: '1',
  title: '',
  status: '',
  released: null,
  passages: [],
  facts: [flag, signed, alarm, parts, born, infected],
  entries: [study],
  screens: [flags],
  policy: [goodFor],
  decisions,
  collections: [],
  rankings: [],
  steps: [],
  alerts: [],
  checks: [],
  labels: [],
  conflicts: [],
  terminology: [],
  focus: {},
  toProve: nothingToProve,
  stage: decisions[0]!,
})

export const asOf = dayOf(2026, 3, 10)
export const asking: Asking = { asOf, policy: {} }
export const provenance = { source: 'made up' }
export const on = (date: string | null): Span | null => (date === null ? null : parseDate(date))
export const toldAs = (value: string): Value | Unknown =>
  value === '?' ? { unknown: 'asked-unanswered' } : { word: value }
export const says = (of: Fact, value: string | Value, date: string | null): Observation => ({
  fact: of.id,
  value: typeof value === 'string' ? toldAs(value) : value,
  date: on(date),
  provenance,
})
export const chartOf = (...observations: Observation[]): Chart => ({ ...emptyChart, observations })
export const screenedOn = (date: string, ...observations: Observation[]): Chart => ({
  ...chartOf(...observations),
  screens: [{ screen: 'flags', date: on(date)!, provenance }],
})
export type Told = Partial<Pick<EntryRecord, 'withdrawn' | 'supersedes'>>
export const read = (
  id: string,
  date: string | null,
  fields: EntryRecord['fields'] = {},
  told: Told = {},
): EntryRecord => ({
  id,
  kind: 'study',
  date: on(date),
  withdrawn: false,
  supersedes: [],
  fields,
  provenance,
  ...told,
})
export const studies = (...entries: EntryRecord[]): Chart => ({ ...emptyChart, entries })
export const word = (value: string): Value => ({ word: value })
