import {
  type ChoiceFact,
  type Fact,
  formatSpan,
  parseDate,
  type QuantityFact,
  type SetFact,
  type Unknown,
  type UnknownReason,
  unknownReasons,
  type Value,
} from '@facialis/language'
import { unscaled } from './decimal.ts'
import { isObject, type JsonObject, member, orList, shown } from './json.ts'
import type { Report } from './outcome.ts'
import { inOrder, quantityIn } from './plain-value.ts'
import { absentReasonSystem, answerSystem, emptySystem, ucum, unknownSystem } from './systems.ts'
import { codeIn, codingsOf, statesOf, type Terms } from './terminology-index.ts'
import { type Clock, moment, period } from './when.ts'

export type Border = Clock & Readonly<{ terms: Terms; report: Report }>

/** Answers of other systems, as the words a pathway may have for them. */
const answers: Readonly<Record<string, readonly string[]>> = {
  'http://snomed.info/sct|373066001': ['yes', 'present'],
  'http://snomed.info/sct|373067005': ['no', 'absent'],
  'http://snomed.info/sct|52101004': ['present', 'yes'],
  'http://snomed.info/sct|2667000': ['absent', 'no'],
  'http://loinc.org|LA33-6': ['yes', 'present'],
  'http://loinc.org|LA32-8': ['no', 'absent'],
  'http://loinc.org|LA9633-4': ['present', 'yes'],
  'http://loinc.org|LA9634-2': ['absent', 'no'],
  'http://terminology.hl7.org/CodeSystem/v2-0136|Y': ['yes', 'present'],
  'http://terminology.hl7.org/CodeSystem/v2-0136|N': ['no', 'absent'],
}
const noAnswer = new Set([
  'http://snomed.info/sct|261665006',
  'http://loinc.org|LA12688-0',
  'http://terminology.hl7.org/CodeSystem/v3-NullFlavor|UNK',
  'http://terminology.hl7.org/CodeSystem/v3-NullFlavor|ASKU',
])

/** FHIR's reasons for absent data, as ours. Anything else that is absent was not asked. */
const reasons = new Map<string | null, UnknownReason>([
  ['unknown', 'asked-unanswered'],
  ['asked-unknown', 'asked-unanswered'],
  ['asked-declined', 'asked-unanswered'],
  ['temp-unknown', 'pending'],
  ['masked', 'not-permitted'],
  ['not-permitted', 'not-permitted'],
  ['error', 'inadequate-study'],
])
const reasonsWritten: Readonly<Record<UnknownReason, string>> = {
  'not-asked': 'not-asked',
  'asked-unanswered': 'asked-unknown',
  pending: 'temp-unknown',
  'too-old': 'unknown',
  conflicting: 'unknown',
  'inadequate-study': 'error',
  'not-permitted': 'not-permitted',
}

export function unknownOfReason(concept: unknown): Unknown {
  const own = codeIn(unknownSystem, concept)
  const reason = unknownReasons.find((known) => known === own) ?? reasons.get(codeIn(absentReasonSystem, concept))
  return { unknown: reason ?? 'not-asked' }
}

/** The member that holds a value: its name and its content. */
export function valueMember(holder: JsonObject): readonly [string, unknown] | null {
  for (const key in holder)
    if (key.startsWith('value') && key.length > 5 && holder[key] !== null && holder[key] !== undefined)
      return [key, holder[key]]
  return null
}

/**
 * What the `value[x]` of an Observation, a component or an answer says of a fact. No value is "asked, no answer";
 * null, after reporting, is a value the fact cannot have.
 */
export function valueOfFhir(fact: Fact, holder: JsonObject, where: string, border: Border): Value | Unknown | null {
  const found = valueMember(holder)
  if (found === null)
    return 'dataAbsentReason' in holder ? unknownOfReason(holder.dataAbsentReason) : { unknown: 'asked-unanswered' }
  const [key, json] = found
  const place = member(where, key)
  const read = readers[fact.type](fact as never, key.slice('value'.length), json, place, border)
  if (read !== undefined) return read
  border.report('wrong-type', `${shown(fact.id)} cannot have a ${key}: it is ${wanted(fact)}.`, place)
  return null
}

type Read = Value | Unknown | null | undefined
type Reader<F extends Fact> = (fact: F, type: string, json: unknown, where: string, border: Border) => Read

const word: Reader<ChoiceFact> = (fact, type, json, _where, border) => {
  if (type === 'Boolean' && typeof json === 'boolean') {
    const pair = [
      ['yes', 'no'],
      ['present', 'absent'],
      ['seen', 'not-seen'],
    ].find((two) => two.every((w) => fact.values.includes(w)))
    return pair ? { word: (json ? pair[0] : pair[1]) as string } : undefined
  }
  if (type === 'CodeableConcept' || type === 'Coding') return codedWord(fact, json, border)
  const text = type === 'Integer' || type === 'String' || type === 'Code' ? String(json) : null
  return text !== null && fact.values.includes(text) ? { word: text } : undefined
}

function codedWord(fact: ChoiceFact, json: unknown, { terms }: Border): Read {
  for (const coding of codingsOf(json)) {
    if (coding.system === answerSystem && typeof coding.code === 'string')
      return fact.values.includes(coding.code) ? { word: coding.code } : undefined
    const key = `${coding.system}|${coding.code}`
    const known = (Object.hasOwn(answers, key) ? answers[key] : undefined)?.find((candidate) =>
      fact.values.includes(candidate),
    )
    if (known !== undefined) return { word: known }
    if (noAnswer.has(key)) return { unknown: 'asked-unanswered' }
  }
  const stated = statesOf(terms.meaningsOf('answer', json).rows).find((meaning) => meaning.fact.id === fact.id)
  // An answer in codes nobody here reads is no answer.
  return stated ? { word: stated.value } : { unknown: 'asked-unanswered' }
}

const words: Reader<SetFact> = (fact, type, json) => {
  if (type !== 'CodeableConcept' && type !== 'Coding') return undefined
  if (codeIn(emptySystem, json) === 'empty') return { words: [] }
  const codes = codingsOf(json).flatMap((coding) => (coding.system === answerSystem ? [String(coding.code)] : []))
  if (codes.length === 0) return { unknown: 'asked-unanswered' }
  return codes.every((code) => fact.values.includes(code)) ? { words: inOrder(fact.values, codes) } : undefined
}

const amount: Reader<QuantityFact> = (fact, type, json, where, border) => {
  if ((type === 'Integer' || type === 'Decimal') && typeof json === 'number')
    return quantityIn(fact, json, fact.unit, where, border.report, 'round')
  return type === 'Quantity' && isObject(json) ? amountOf(fact, json, where, border.report) : undefined
}

/** A Quantity as an amount of the fact's unit, rounded to the steps that are kept. */
export function amountOf(fact: QuantityFact, json: JsonObject, where: string, report: Report): Value | Unknown | null {
  // "Less than 15" is no number, and reading it as 15 would be a guess.
  if (json.comparator !== undefined || json.value === undefined) return { unknown: 'asked-unanswered' }
  const { value, code, unit } = json
  if (typeof value !== 'number') {
    report('wrong-type', `${shown(value)} is not a number.`, `${where}.value`)
    return null
  }
  const name = [code, unit].find((text) => typeof text === 'string')
  if (typeof name === 'string') return quantityIn(fact, value, name, where, report, 'round')
  report('bad-unit', `The amount has no unit; ${fact.unit} is expected.`, where)
  return null
}

const readers: Readonly<{ [T in Fact['type']]: Reader<Extract<Fact, { type: T }>> }> = {
  'yes-no': word,
  choice: word,
  set: words,
  quantity: amount,
  date: (_fact, type, json, where, border) => {
    const isDay = type === 'DateTime' || type === 'Date' || type === 'Instant'
    const span = isDay
      ? moment(json, where, border)
      : type === 'Period' && isObject(json)
        ? period(json, where, border)
        : undefined
    return span === undefined ? undefined : span && { date: span }
  },
  text: (_fact, type, json) => (type === 'String' && typeof json === 'string' ? { text: json } : undefined),
}

const wanted = (fact: Fact): string =>
  'values' in fact ? orList(fact.values) : fact.type === 'quantity' ? `an amount in ${fact.unit}` : `a ${fact.type}`

/** The members that write a value: `{ valueBoolean: true }`, or the reason why there is none. */
export function fhirOf(fact: Fact, value: Value | Unknown): JsonObject {
  if ('unknown' in value) {
    const coding = [
      { system: absentReasonSystem, code: reasonsWritten[value.unknown] },
      { system: unknownSystem, code: value.unknown },
    ]
    return { dataAbsentReason: { coding } }
  }
  if ('word' in value)
    return fact.type === 'yes-no'
      ? { valueBoolean: value.word === 'yes' }
      : { valueCodeableConcept: answer([value.word]) }
  if ('words' in value) return { valueCodeableConcept: answer(value.words) }
  if ('number' in value) return { valueQuantity: quantity(fact as QuantityFact, value.number) }
  if ('text' in value) return { valueString: value.text }
  return dated('value', value.date)
}

const answer = (list: readonly string[]): JsonObject => ({
  coding:
    list.length === 0 ? [{ system: emptySystem, code: 'empty' }] : list.map((code) => ({ system: answerSystem, code })),
})

/** Units of activity belong to one product and have no code that says so: they stay words. */
export const quantity = ({ unit, decimals }: QuantityFact, steps: number): JsonObject => ({
  value: unscaled(steps, decimals),
  unit,
  ...(unit === 'U' ? {} : { system: ucum, code: unit }),
})

/** `effectiveDateTime` for a day, a month or a year; a period for any other span. */
export function dated(name: string, span: Readonly<{ lo: number; hi: number }>): JsonObject {
  const text = formatSpan(span)
  if (parseDate(text)) return { [`${name}DateTime`]: text }
  const [start, end] = text.split('/')
  return { [`${name}Period`]: { start, end } }
}
