import type { Span } from '@facialis/language'
import { type JsonObject, objectsIn } from '../json/json.ts'
import { at, type Locator, within } from '../json/locator.ts'
import { codeIn } from '../terms/concept.ts'
import { factSystem } from '../terms/systems.ts'
import { valueOfFhir } from '../values/fhir-value.ts'
import { whenOf } from '../values/when.ts'
import { isInError } from './counts.ts'
import { provenanceOf } from './provenance.ts'
import { draft, type Reading, recordOf, type Said, state } from './reading.ts'
import type { Item } from './references.ts'
import { isSelfReported } from './self-reported.ts'

/** A filled-in form. A question is known by its linkId, by its definition, or by the code its form gives it. */
export function readAnswers(item: Item, reading: Reading): void {
  const { resource, where } = item
  const { counts } = reading
  if (isInError(reading, resource.status)) return
  // A form still being filled in says nothing yet.
  if (resource.status !== 'completed' && resource.status !== 'amended') {
    counts.notDone++
    return
  }
  const date = whenOf(resource, ['authored'], where, reading)
  const form: Form = { item, reading, date, codes: codesOfForm(item, reading), fields: {} }
  const known = questions(objectsIn(resource.item), within(where, 'item'), form)
  for (const [kind, fields] of Object.entries(form.fields))
    draft(reading, { record: recordOf(item, kind, date, fields), from: item })
  if (known > 0) counts.understood++
  else counts.unknownCodes++
}

type Form = Readonly<{
  item: Item
  reading: Reading
  date: Span | null
  codes: ReadonlyMap<string, string>
  fields: Record<string, Record<string, Said>>
}>

function questions(list: readonly JsonObject[], where: Locator, form: Form): number {
  let known = 0
  list.forEach((question, index) => {
    const place = at(where, index)
    if (oneQuestion(question, place, form)) known++
    known += questions(objectsIn(question.item), within(place, 'item'), form)
    for (const answer of objectsIn(question.answer))
      known += questions(objectsIn(answer.item), within(within(place, 'answer'), 'item'), form)
  })
  return known
}

function oneQuestion(question: JsonObject, where: Locator, { item, reading, date, codes, fields }: Form): boolean {
  const linkId = String(question.linkId ?? '')
  const definition =
    typeof question.definition === 'string' ? question.definition.slice(question.definition.indexOf('#') + 1) : ''
  const { facts, fields: known, screens } = reading.dictionary
  for (const id of [linkId, definition, codes.get(linkId) ?? '']) {
    const screen = id.startsWith('screen.') ? id.slice('screen.'.length) : ''
    if (screens.has(screen)) {
      const isDone = objectsIn(question.answer).some(
        (answer) => answer.valueBoolean === true || answer.valueString === 'complete',
      )
      const isOwnWord = isSelfReported([item.resource.author, item.resource.source], item.resource, reading)
      if (isDone && date && !isOwnWord) reading.screens.push({ screen, date, provenance: provenanceOf(item) })
      return true
    }
    const fact = facts.get(id) ?? known.get(id)?.fact
    if (!fact) continue
    const value = answerTo(fact, question, where, reading)
    if (value === null) return true
    if (fact.scope === 'patient') state(reading, fact, value, date, item)
    else {
      const own = fields[fact.scope] ?? {}
      own[fact.id] = value
      fields[fact.scope] = own
    }
    return true
  }
  return false
}

/** Several answers are the members of a set; none is no statement at all. */
function answerTo(
  fact: Parameters<typeof valueOfFhir>[0],
  question: JsonObject,
  where: Locator,
  reading: Reading,
): Said | null {
  const given = objectsIn(question.answer)
  const [first] = given
  if (first === undefined) return null
  const answers = within(where, 'answer')
  const read = (holder: JsonObject, index: number) => valueOfFhir(fact, holder, at(answers, index), reading)
  if (fact.type !== 'set') return read(first, 0)
  const coding = given.flatMap((answer) => (answer.valueCoding === undefined ? [] : [answer.valueCoding]))
  return read({ valueCodeableConcept: { coding } }, 0)
}

/** Fact ids by linkId, where the form itself is at hand. */
function codesOfForm({ resource }: Item, { references }: Reading): ReadonlyMap<string, string> {
  const form = references.find(resource.questionnaire, resource)
  const codes = new Map<string, string>()
  const visit = (list: readonly JsonObject[]): void => {
    for (const question of list) {
      const code = codeIn(factSystem, question.code)
      if (code !== null) codes.set(String(question.linkId), code)
      visit(objectsIn(question.item))
    }
  }
  if (form?.type === 'Questionnaire') visit(objectsIn(form.resource.item))
  return codes
}
