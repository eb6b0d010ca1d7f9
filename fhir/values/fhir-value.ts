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
import { isObject, type JsonObject, orList, shown } from '../json/json.ts'
import { type Locator, pathOf, within } from '../json/locator.ts'
import type { Report } from '../json/outcome.ts'
import { codeIn, codingsOf } from '../terms/concept.ts'
import { absentReasonSystem, answerSystem, emptySystem, ucum, unknownSystem } from '../terms/systems.ts'
import type { Terms } from '../terms/terminology-index.ts'
import { unscaled } from './decimal.ts'
import { inOrder, quantityIn, wordFor } from './plain-value.ts'
import { type Clock, moment, period } from './when.ts'

export type Border = Clock & Readonly<{ terms: Terms; report: Report }>

const snomed = 'http://snomed.info/sct'
const loinc = 'http://loinc.org'
const yesNo = 'http://terminology.hl7.org/CodeSystem/v2-0136'
const nullFlavor = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor'

/** Answers of other systems, by their codes, as the words a pathway may have for them; null where they answer nothing. */
const answers: ReadonlyMap<unknown, Readonly<{ system: string; words: readonly string[] | null }>> = new Map([
  ['373066001', { system: snomed, words: ['yes', 'present'] }],
  ['373067005', { system: snomed, words: ['no', 'absent'] }],
  ['52101004', { system: snomed, words: ['present', 'yes'] }],
  ['2667000', { system: snomed, words: ['absent', 'no'] }],
  ['LA33-6', { system: loinc, words: ['yes', 'present'] }],
  ['LA32-8', { system: loinc, words: ['no', 'absent'] }],
  ['LA9633-4', { system: loinc, words: ['present', 'yes'] }],
  ['LA9634-2', { system: loinc, words: ['absent', 'no'] }],
  ['Y', { system: yesNo, words: ['yes', 'present'] }],
  ['N', { system: yesNo, words: ['no', 'absent'] }],
  ['261665006', { system: snomed, words: null }],
  ['LA12688-0', { system: loinc, words: null }],
  ['UNK', { system: nullFlavor, words: null }],
  ['ASKU', { system: nullFlavor, words: null }],
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

const v = 118

/** The member that holds a value, `valueBoolean` or another; null where none does. */
export function valueMember(holder: JsonObject): string | null {
  for (const key in holder)
    if (key.charCodeAt(0) === v && key.length > 5 && key.startsWith('value')) {
      const json = holder[key]
      if (json !== null && json !== undefined) return key
    }
  return null
}

/**
 * What the `value[x]` of an Observation, a component or an answer says of a fact. No value is "asked, no answer";
 * null, after reporting, is a value the fact cannot have.
 */
export function valueOfFhir(fact: Fact, holder: JsonObject, where: Locator, border: Border): Value | Unknown | null {
  const key = valueMember(holder)
  if (key === null)
    return 'dataAbsentReason' in holder ? unknownOfReason(holder.dataAbsentReason) : { unknown: 'asked-unanswered' }
  const read = readers[fact.type](fact as never, key, holder[key], where, border)
  if (read !== undefined) return read
  border.report(
    'wrong-type',
    `${shown(fact.id)} cannot have a ${key}: it is ${wanted(fact)}.`,
    pathOf(within(where, key)),
  )
  return null
}

type Read = Value | Unknown | null | undefined
/** `where` is that of the holder. */
type Reader<F extends Fact> = (fact: F, key: string, json: unknown, where: Locator, border: Border) => Read

const word: Reader<ChoiceFact> = (fact, key, json, _where, border) => {
  if (key === 'valueBoolean' && typeof json === 'boolean') {
    const spoken = wordFor(json, fact.values)
    return spoken === undefined ? undefined : { word: spoken }
  }
  if (key === 'valueCodeableConcept' || key === 'valueCoding') return codedWord(fact, json, border)
  const text = key === 'valueInteger' || key === 'valueString' || key === 'valueCode' ? String(json) : null
  return text !== null && fact.values.includes(text) ? { word: text } : undefined
}

function codedWord(fact: ChoiceFact, json: unknown, { terms }: Border): Read {
  const codings = codingsOf(json)
  for (let i = 0; i < codings.length; i++) {
    const coding = codings[i] as JsonObject
    if (coding.system === answerSystem && typeof coding.code === 'string')
      return fact.values.includes(coding.code) ? { word: coding.code } : undefined
    const known = answers.get(coding.code)
    if (known === undefined || known.system !== coding.system) continue
    if (known.words === null) return { unknown: 'asked-unanswered' }
    for (let at = 0; at < known.words.length; at++) {
      const spoken = known.words[at] as string
      if (fact.values.includes(spoken)) return { word: spoken }
    }
  }
  const stated = terms.meaningsOf('answer', json).states.find((meaning) => meaning.fact.id === fact.id)
  // An answer in codes nobody here reads is no answer.
  return stated ? { word: stated.value } : { unknown: 'asked-unanswered' }
}

const words: Reader<SetFact> = (fact, key, json) => {
  if (key !== 'valueCodeableConcept' && key !== 'valueCoding') return undefined
  if (codeIn(emptySystem, json) === 'empty') return { words: [] }
  const codings = codingsOf(json)
  const codes: string[] = []
  for (let i = 0; i < codings.length; i++) {
    const { system, code } = codings[i] as JsonObject
    if (system === answerSystem) codes.push(String(code))
  }
  if (codes.length === 0) return { unknown: 'asked-unanswered' }
  for (let i = 0; i < codes.length; i++) if (!fact.values.includes(codes[i] as string)) return undefined
  return { words: inOrder(fact.values, codes) }
}

const amount: Reader<QuantityFact> = (fact, key, json, where, border) => {
  if ((key === 'valueInteger' || key === 'valueDecimal') && typeof json === 'number')
    return quantityIn(fact, json, fact.unit, within(where, key), border.report, 'round')
  return key === 'valueQuantity' && isObject(json) ? amountOf(fact, json, within(where, key), border.report) : undefined
}

/** A Quantity as an amount of the fact's unit, rounded to the steps that are kept. */
export function amountOf(fact: QuantityFact, json: JsonObject, where: Locator, report: Report): Value | Unknown | null {
  // "Less than 15" is no number, and reading it as 15 would be a guess.
  if (json.comparator !== undefined || json.value === undefined) return { unknown: 'asked-unanswered' }
  const { value, code, unit } = json
  if (typeof value !== 'number') {
    report('wrong-type', `${shown(value)} is not a number.`, pathOf(within(where, 'value')))
    return null
  }
  const name = [code, unit].find((text) => typeof text === 'string')
  if (typeof name === 'string') return quantityIn(fact, value, name, where, report, 'round')
  report('bad-unit', `The amount has no unit; ${fact.unit} is expected.`, pathOf(where))
  return null
}

const readers: Readonly<{ [T in Fact['type']]: Reader<Extract<Fact, { type: T }>> }> = {
  'yes-no': word,
  choice: word,
  set: words,
  quantity: amount,
  date: (_fact, key, json, where, border) => {
    const isDay = key === 'valueDateTime' || key === 'valueDate' || key === 'valueInstant'
    const span = isDay
      ? moment(json, where, key, border)
      : key === 'valuePeriod' && isObject(json)
        ? period(json, within(where, key), border)
        : undefined
    return span === undefined ? undefined : span && { date: span }
  },
  text: (_fact, key, json) => (key === 'valueString' && typeof json === 'string' ? { text: json } : undefined),
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
