import type {
  Advice,
  Asking,
  Chart,
  Condition,
  DecidingFact,
  EntryRecord,
  Pathway,
  SetFact,
  Step,
  Truth,
} from '@facialis/language'
import { decidingFacts } from '../explain/deciding-facts.ts'
import { lazy } from '../ground/lazy-properties.ts'
import { openChart } from '../validity/open-chart.ts'
import { lazyAdvice } from './lazy-advice.ts'

/** One chart on one day, of which anything can be asked that the pathway has words for. */
export type AskedChart = Readonly<{
  truth: (condition: Condition) => Truth
  /** The facts that made it come out so. */
  grounds: (condition: Condition) => readonly DecidingFact[]
  /** What `evaluate` says of it, each part worked out when it is first read. */
  advice: () => Advice
}>

export function askedChart(pathway: Pathway, chart: Chart, asking: Asking): AskedChart {
  const person = openChart(pathway, chart, asking)
  return {
    truth: (condition) => person.now.truth(condition, null),
    grounds: (condition) => decidingFacts(condition, person.now, null),
    advice: lazy(() => lazyAdvice(person)),
  }
}

export type Wanting = Readonly<{
  pathway: Pathway
  /** The chart without the entry. */
  chart: Chart
  asking: Asking
  entry: EntryRecord
  parts: SetFact
}>

/**
 * What an entry lacks, as members of one of its sets: the fewest with which this step would not be called for. None where it
 * is not called for as it is; null where no members would help.
 */
export function lackingParts(step: Step, { pathway, chart, asking, entry, parts }: Wanting): readonly string[] | null {
  const has = entry.fields[parts.id]
  const own = has && 'words' in has ? has.words : []
  const isCalledFor = (words: readonly string[]): boolean => {
    const fields = words.length === 0 ? entry.fields : { ...entry.fields, [parts.id]: { words } }
    const entries = [...chart.entries, { ...entry, fields }]
    return askedChart(pathway, { ...chart, entries }, asking).truth(step.when) === 'yes'
  }
  if (!isCalledFor(own)) return []
  let words: readonly string[] = parts.values
  if (isCalledFor(words)) return null
  // More parts never make a request less complete, so what can be left out alone can be left out for good.
  for (const word of parts.values) {
    if (own.includes(word)) continue
    const fewer = words.filter((one) => one !== word)
    if (!isCalledFor(fewer)) words = fewer
  }
  return words.filter((word) => !own.includes(word))
}
