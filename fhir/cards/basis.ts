import {
  type Advice,
  type DecidingFact,
  isPastReview,
  type Passage,
  type Pathway,
  passageLine,
} from '@facialis/language'
import { dictionaryOf } from '../chart/dictionary.ts'
import { labelsOf } from '../chart/labels.ts'
import type { JsonObject } from '../json/json.ts'
import { plainText } from './card.ts'

/** What a card rests on, so that whoever reads it can check it without us. */
export type Basis = Readonly<{
  why: readonly Readonly<{ text: string; rules: readonly string[]; passages: readonly string[] }>[]
  facts: readonly DecidingFact[]
  /** Ids of facts, screens and kinds of entry. */
  missing: readonly string[]
}>

/** How ids are read by people, inside a sentence: those of decisions, their answers, and the values of facts. */
export type Spoken = Readonly<Record<'decision' | 'answer' | 'value', (id: string) => string>>

/** Of the advice a card is made from: whose it is, for which day, and how new what it was made from is. */
export type Standing = Readonly<{
  pathway: Pathway
  advice: Advice
  /** The day of the newest statement in it, `YYYY-MM-DD`; null when none is dated. */
  newest: string | null
  /** What was made of the resources that were sent, in one sentence. */
  read: string
  /** Kinds of resources that were asked for and did not come whole, in words. */
  lacking: readonly string[]
  spoken: Spoken
}>

/** A passage with its place and its strength; a judgement of our own says that it is one. */
export const passagesOf = (pathway: Pathway, ids: readonly string[]): readonly Passage[] => {
  const { passages } = dictionaryOf(pathway)
  return [...new Set(ids)].flatMap((id) => passages.get(id) ?? [])
}

const list = (heading: string, lines: readonly string[], none: string): readonly string[] => [
  `**${heading}**`,
  '',
  ...(lines.length === 0 ? [none] : lines.map((line) => `- ${line}`)),
  '',
]

/** Why, from which facts, without which facts, by which sentence of which source, of which day: on every card. */
export function basisWords(basis: Basis, standing: Standing): string {
  const { pathway, advice, newest, read, lacking, spoken } = standing
  const cited = basis.why.flatMap(({ passages }) => passages)
  const [known, unknown] = splitKnown(basis.facts)
  const missing = missingLines([...new Set([...basis.missing, ...unknown])], pathway)
  const own = cited.includes('own-judgement')
    ? ['Own judgement: no source states this; the rule gives its reason.']
    : []
  return [
    ...list('Why', basis.why.map(reasonLine), 'Nothing blocks it.'),
    ...list(
      'Facts used',
      known.map((fact) => factLine(fact, pathway, spoken)),
      'None on record.',
    ),
    ...list(
      'Not known',
      [...missing, ...lacking.map((kind) => `${kind}: not sent completely`)],
      'Nothing that would change it.',
    ),
    ...list(
      'Sources',
      [...passagesOf(pathway, cited).map((one) => `${one.id}: ${passageLine(one, advice.asOf)}`), ...own],
      'None.',
    ),
    `${pathway.title}, version ${advice.version}: **${advice.status}**. Facts as of ${advice.asOf}, as sent with this request${newest === null ? '' : `; the newest is dated ${newest}`}. ${read} Expires ${advice.holdsUntil === null ? 'with any new fact' : `on ${advice.holdsUntil}, or earlier with any new fact`}.`,
    '',
    'Decision support: check the facts and the source. It does not replace your judgement.',
  ].join('\n')
}

const reasonLine = ({ text, rules, passages }: Basis['why'][number]): string => {
  const names = [...new Set([...rules, ...passages.filter((id) => id !== 'own-judgement')])]
  return names.length === 0 ? text : `${text} (${names.join(', ')})`
}

function splitKnown(facts: readonly DecidingFact[]): readonly [readonly DecidingFact[], readonly string[]] {
  const isUnknown = ({ value }: DecidingFact): boolean => value === 'unknown'
  return [facts.filter((fact) => !isUnknown(fact)), facts.filter(isUnknown).map(({ fact }) => fact)]
}

/** More fields of one entry than this are that entry, still to be recorded. */
const mostFields = 3

/** Facts by their names; many fields of one kind of entry by the name of the entry, for what is missing is one. */
function missingLines(ids: readonly string[], pathway: Pathway): readonly string[] {
  const labels = labelsOf(pathway)
  const { fields: known } = dictionaryOf(pathway)
  const byKind = Map.groupBy(ids, (id) => known.get(id)?.entry ?? null)
  return [...byKind].flatMap(([entry, fields]) => {
    const names = fields.map((id) => labels.get(id) ?? id)
    if (entry === null || fields.length <= mostFields) return names
    const shown = names.slice(0, mostFields).join(', ')
    return [`${entry.label}, new or completed, with ${shown} and ${fields.length - mostFields} more`]
  })
}

function factLine({ fact, value, date, source }: DecidingFact, pathway: Pathway, spoken: Spoken): string {
  const from = [date, source === null ? null : plainText(source)].filter((part) => part !== null)
  const told = from.length === 0 ? '' : ` (${from.join(', ')})`
  if (pathway.decisions.some(({ id }) => id === fact)) return `${spoken.decision(fact)}: ${spoken.answer(value)}${told}`
  const label = labelsOf(pathway).get(fact) ?? fact
  // Of an entry, the value is its id, which says nothing to a reader.
  if (dictionaryOf(pathway).entries.has(fact)) return `${label}${told}`
  return `${label}: ${plainText(isOfWords(fact, pathway) ? value.split(', ').map(spoken.value).join(', ') : value)}${told}`
}

/** Whether what it says is one, or some, of the words it may say. */
function isOfWords(id: string, pathway: Pathway): boolean {
  const { facts, fields } = dictionaryOf(pathway)
  const fact = facts.get(id) ?? fields.get(id)?.fact
  return fact !== undefined && 'values' in fact
}

/** The same for programs. Members without a value are left out, as the specification wants it. */
export function basisMembers(basis: Basis, { pathway, advice, newest, lacking }: Standing): JsonObject {
  const passages = [...new Set(basis.why.flatMap((one) => one.passages))]
  const members: Readonly<Record<string, unknown>> = {
    pathway: pathway.id,
    version: advice.version,
    status: advice.status,
    factsAsOf: advice.asOf,
    newestFact: newest,
    expires: advice.holdsUntil,
    rules: [...new Set(basis.why.flatMap(({ rules }) => rules))],
    passages,
    pastReview: passagesOf(pathway, passages).flatMap(({ id, source }) =>
      isPastReview(source, advice.asOf) ? [id] : [],
    ),
    facts: basis.facts.map(({ fact, value, date, source }) => withoutEmpty({ fact, value, date, source })),
    missing: basis.missing,
    lacking,
  }
  return { 'invalid.facialis.basis': withoutEmpty(members) }
}

const withoutEmpty = (members: Readonly<Record<string, unknown>>): JsonObject =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
