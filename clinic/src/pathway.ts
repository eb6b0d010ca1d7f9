/**
 * The one place that knows which pathway is loaded. Screens and pieces ask here; they import neither the knowledge
 * nor the border to health records.
 */
import {
  answersBy,
  answersOf,
  type Checked,
  checksOf,
  evaluate,
  type Obstacle,
  obstacleOf as obstacleIn,
  wordingBy,
} from '@facialis/engine'
import { addToChart, birthFacts, bornIn, statementsOfAct, whyNotOn, whyNotYet } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { ruleOuts } from '@facialis/knowledge/decisions/rule-outs.ts'
import { withMapFields } from '@facialis/knowledge/session-map.ts'
import { named } from '@facialis/knowledge/spoken.ts'
import {
  type Advice,
  type Chart,
  type Cites,
  citeId,
  type DateFact,
  type Entry,
  type ExceptionKind,
  type Fact,
  formatSpan,
  type Jurisdiction,
  type LabelStatus,
  labelStatusOf,
  type Passage,
  type Pathway,
  parseDate,
  type Screen,
  type Span,
} from '@facialis/language'
import { type Act, fields, type Problem } from '@facialis/wire'
import { answers } from './written-answers.ts'

export type { Checked } from '@facialis/engine'
/** What a coordinator asks first. */
export { triage } from '@facialis/knowledge'
/** What a side effect says about the points, vials and their billing, and the numbers a talk about an operation rests on. */
export { besidePoint } from '@facialis/knowledge/after-side-effects.ts'
/** What a scan is looked through for. */
export { contactLabels, findings } from '@facialis/knowledge/entries/study-findings.ts'
/** Complaints for which emergency services are called. */
export { emergenciesOf } from '@facialis/knowledge/entries/symptom.ts'
/** Which visits are meetings. */
export { isSeenAt } from '@facialis/knowledge/entries/visit.ts'
/** Whom it concerns, among all people of a system of others. */
export { concerned } from '@facialis/knowledge/other-systems.ts'
export { billingOf, vialsOf } from '@facialis/knowledge/products.ts'
/** The one reader of a session's map. */
export { readSessionMap, type SessionMap, sessionMapText } from '@facialis/knowledge/session-map.ts'
export {
  costs,
  type Figure,
  gains,
  lateralSpread,
  type Measure,
  otherWays,
  paceOfRelief,
  rangeOf,
  shareBy,
  shareOn,
  silentPeriod,
} from '@facialis/knowledge/surgery-figures/index.ts'

export const pathway: Pathway = hemifacialSpasm
/** What has to be ruled out, in the order of the pathway. */
export const ruleOutIds: readonly string[] = ruleOuts.map(({ id }) => id)

/** Every answer of a day without its reasons: as the build wrote it, or by functions. */
const answersOn: ReturnType<typeof answersBy> = answers
  ? answersBy(pathway, answers)
  : (chart, asking) => answersOf(pathway, chart, asking)

const factsById = new Map<string, Fact>([
  ...pathway.facts.map((fact) => [fact.id, fact] as const),
  ...pathway.entries.flatMap((entry) => Object.values(entry.fields).map((field) => [field.id, field] as const)),
])
const passagesById = new Map(pathway.passages.map((passage) => [passage.id, passage]))
const entriesById = new Map(pathway.entries.map((entry) => [entry.id, entry]))
const screensById = new Map(pathway.screens.map((screen) => [screen.id, screen]))

/** A fact of the person or a field of an entry; null for an id this version does not know. */
export const factOf = (id: string): Fact | null => factsById.get(id) ?? null
export const entryOf = (id: string): Entry | null => entriesById.get(id) ?? null
export const screenOf = (id: string): Screen | null => screensById.get(id) ?? null
export const passageOf = (id: string): Passage | null => passagesById.get(id) ?? null
/** The passages behind some ids; ids of own judgements and of passages since removed are left out. */
export const passagesOf = (ids: readonly string[]): readonly Passage[] =>
  [...new Set(ids)].flatMap((id) => passagesById.get(id) ?? [])

/** The passages among some citations, to be opened; own judgements have none. */
export const passagesIn = (cites: Cites): readonly Passage[] => passagesOf(cites.map(citeId))

/** A condition of a rule as a clinician would read it aloud, by the names of what it asks. */
export const { wordsOf } = wordingBy(named)

const decisionsById = new Map(pathway.decisions.map((decision) => [decision.id, decision]))
/** What stands in the way of another answer of a decision; null where another rule came first. */
export function obstacleOf(decision: string, reason: string): Obstacle | null {
  const known = decisionsById.get(decision)
  return known === undefined ? null : obstacleIn(known, reason)
}

/** The words a fact is named by inside a sentence; its id when it is not known here. */
export const factLabel = (id: string): string =>
  factsById.get(id)?.label ?? entriesById.get(id)?.label ?? screensById.get(id.replace(/^screen\./, ''))?.label ?? id

/** The day on which something is recorded, and when the person was born, where somebody is open and it is known. */
export type Dated = Readonly<{ today: string; born?: Span | null }>

/** When the person of a chart was born, as far as it is known. */
export const bornOf = (chart: Chart): Span | null => bornIn(pathway, chart)

/** Which days an answer to a fact may name when it is recorded today, as the server will say it too. */
export function dayLimit(
  fact: DateFact,
  {
    today,
    entry = null,
    born = null,
  }: Dated & Readonly<{ entry?: Readonly<{ kind: string; date: string | null }> | null }>,
): (date: Span) => string | null {
  const [now, own] = [parseDate(today), entry?.date ? parseDate(entry.date) : null]
  const label = entry === null ? null : entryOf(entry.kind)?.label
  return (date) =>
    now === null
      ? null
      : whyNotOn(fact, date, {
          today: now.hi,
          entry: own && label ? { label, date: own } : null,
          born: birthFacts(pathway).has(fact.id) ? null : born,
        })
}

/** The same by the id of a fact; no limit until the day is known. */
export function limitOf(
  factId: string,
  today: string | undefined,
  born: Span | null = null,
): (date: Span) => string | null {
  const fact = factOf(factId)
  return fact?.type === 'date' && today !== undefined ? dayLimit(fact, { today, born }) : () => null
}

/** The same for the birth date of a form, which is called so there and in what is said of it. */
export function birthLimit(today: string | undefined): (date: Span) => string | null {
  const fact = factOf('person.birthDate')
  const called = fact?.type === 'date' ? { ...fact, label: fields.birthDate.label } : null
  return called === null || today === undefined ? () => null : dayLimit(called, { today })
}

/** The same for the day of an entry: it has happened. */
export function entryLimit(kind: string, { today, born = null }: Dated): (date: Span) => string | null {
  const [entry, now] = [entryOf(kind), parseDate(today)]
  return (date) => (entry === null || now === null ? null : whyNotYet(entry, date, { today: now.hi, born }))
}

export type Live = Readonly<{ ok: true; advice: Advice; chart: Chart }> | Readonly<{ ok: false; problem: Problem }>

/** What the pathway says on one day, with an act on top of the chart that is not saved yet. */
export function assess(
  asked: Readonly<{ chart: Chart; today: string; policy: Readonly<Record<string, number>>; act?: Act | undefined }>,
): Live {
  const day = parseDate(asked.today)
  if (day === null) return { ok: false, problem: { code: 'bad-date', sentence: `${asked.today} is not a day.` } }
  const stated = asked.act === undefined ? null : statementsOfAct(pathway, asked.act)
  if (stated !== null && !stated.ok) return { ok: false, problem: stated.problem }
  const chart = stated === null ? asked.chart : addToChart(asked.chart, stated.value)
  return { ok: true, chart, advice: evaluate(pathway, chart, { asOf: day.hi, policy: asked.policy }) }
}

export type ChecksAsked = Readonly<{ chart: Chart; today: string; policy: Readonly<Record<string, number>>; act: Act }>

/** Every check of the entries an act would record, as the server will ask them; of a session, with its map spelt out. */
export function checksOfAct({ chart, today, policy, act }: ChecksAsked): readonly Checked[] {
  const day = parseDate(today)
  const entries = (act.entries ?? []).map((entry) =>
    entry.kind === 'session' ? { ...entry, fields: withMapFields(entry.fields) } : entry,
  )
  const stated = statementsOfAct(pathway, { ...act, entries })
  if (!stated.ok || day === null) return []
  const beside = addToChart(chart, { ...stated.value, chart: { ...stated.value.chart, entries: [] } })
  return stated.value.chart.entries.flatMap((entry) => checksOf(pathway, beside, entry, { asOf: day.hi, policy }))
}

/** What the label of a product says about hemifacial spasm in a place; null when nobody has read it. */
export const labelOf = (product: string, jurisdiction: Jurisdiction | null): LabelStatus | null =>
  labelStatusOf(pathway.labels, { product, jurisdiction, indication: 'hfs' })

/** The stages a person has stood at, each with the first day on which the record puts them there. */
export function reachedStages({
  chart,
  today,
  policy,
}: Readonly<{ chart: Chart; today: string; policy: Readonly<Record<string, number>> }>): Readonly<
  Record<string, string>
> {
  const last = parseDate(today)?.hi ?? 0
  const days = new Map<number, Span>()
  for (const { date } of [...chart.observations, ...chart.entries])
    if (date !== null && date.hi <= last) days.set(date.hi, date)
  const reached: Record<string, string> = {}
  for (const [day, date] of [...days].sort(([a], [b]) => a - b)) {
    const answer = answersOn(chart, { asOf: day, policy })[pathway.stage.id]
    if (answer !== undefined) reached[answer] ??= formatSpan(date)
  }
  return reached
}

/** A kind of standing exception by its code. */
export const exceptionKindOf = (code: string | null): ExceptionKind | undefined =>
  pathway.decisions
    .flatMap(({ body }) => (body.kind === 'gate' ? body.exceptions : []))
    .find((kind) => kind.code === code)
export const exceptionLabel = (code: string): string => exceptionKindOf(code)?.label ?? code
