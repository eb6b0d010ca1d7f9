import { type PlainObject, readTable } from './table.ts'

/** An answer with what it rests on; what is not written here is not claimed. */
export type ExpectedAnswer = Readonly<{
  answer: string
  /** The rules that decide or, for a gate, everything that holds it back: exactly these, in any order. */
  because?: readonly string[]
  /** Facts that must be among the missing ones. */
  missing?: readonly string[]
  /** Details by name; `exceptions` by their codes, `cumulative` as `product: units, face units`, lists in any order. */
  detail?: Readonly<Record<string, string | number | null | readonly string[]>>
}>

export type Expected = Readonly<{
  decisions: Readonly<Record<string, string | ExpectedAnswer>>
  /** Raised red flags and whether each is still open; given at all, it names every raised flag. */
  redFlags?: Readonly<Record<string, 'open' | 'resolved'>>
  /** Steps and alerts that must be there, and those that must not. */
  steps?: readonly string[]
  noSteps?: readonly string[]
  /** Until when a step is due. */
  due?: Readonly<Record<string, string>>
  alerts?: readonly string[]
  noAlerts?: readonly string[]
}>

/** One made-up person on one day: the chart as a table, and what the guidance says about it. */
export type Example = Readonly<{
  /** A few words with hyphens. */
  id: string
  title: string
  /** Two sentences. */
  story: string
  /** The day that is asked for, YYYY-MM-DD. */
  asOf: string
  /** See `readTable`. What is dated after `asOf` has not happened yet. */
  chart: string
  expected: Expected
  /** Rules and passages the person is about. */
  about: readonly string[]
}>

/** The chart as plain facts: what `facialis assess` reads, the browser evaluates and the tests compare. */
export function plainFactsOf(example: Pick<Example, 'id' | 'asOf' | 'chart'>): PlainObject {
  const read = readTable(example.chart)
  if (read.ok) return { asOf: example.asOf, ...read.facts }
  const [first] = read.problems
  throw new Error(`${example.id}, line ${first?.line} of the chart: ${first?.sentence}`)
}
