import type { Fact } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import type { Resource } from '../read/resources.ts'
import { addressOf, factSystem, screenSystem, ucum } from '../terms/systems.ts'
import { unscaled } from '../values/decimal.ts'
import { described, idOf, type Publishing } from './described.ts'
import { valueSetOf } from './value-sets.ts'

const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition'
const core = 'http://hl7.org/fhir/StructureDefinition'

/**
 * What clinicians are asked: each list that is asked as a whole, what belongs to each kind of entry, and the other facts
 * about the person. A filled-in form is read by its linkIds, which are the ids of the facts.
 */
export function questionnaires(publishing: Publishing): readonly Resource[] {
  const { pathway } = publishing
  const listed = new Set(pathway.screens.flatMap(({ facts }) => facts.map(({ id }) => id)))
  const person = pathway.facts.filter(({ id, scope }) => scope === 'patient' && !listed.has(id))
  const form = (id: string, title: string, item: readonly JsonObject[]): Resource =>
    described('Questionnaire', { id, title }, publishing, {
      meta: { profile: [`${sdc}/sdc-questionnaire`] },
      subjectType: ['Patient'],
      item,
    })
  const asked = (facts: readonly Fact[]): readonly JsonObject[] => facts.map((fact) => question(fact, publishing))
  return [
    ...pathway.screens.map((screen) =>
      form(idOf('screen', screen.id), screen.label, [
        ...asked(screen.facts),
        {
          linkId: `screen.${screen.id}`,
          code: [{ system: screenSystem, code: screen.id, display: screen.label }],
          text: 'Every question above was asked; what is not marked is no',
          type: 'boolean',
        },
      ]),
    ),
    ...(person.length === 0 ? [] : [form(idOf('person'), 'About the person', asked(person))]),
    ...pathway.entries.map((entry) => form(idOf('entry', entry.id), entry.label, asked(Object.values(entry.fields)))),
  ].filter(({ item }) => Array.isArray(item) && item.length > 0)
}

function question(fact: Fact, publishing: Publishing): JsonObject {
  const known = fact.codes.filter(({ confirmed }) => confirmed)
  return {
    ...extensions(fact),
    linkId: fact.id,
    code: [
      { system: factSystem, code: fact.id, display: fact.label },
      ...known.map(({ system, code }) => ({ system: addressOf(system), code })),
    ],
    text: fact.unverified ? `${fact.question} (unverified)` : fact.question,
    ...kindOf(fact, publishing),
  }
}

function kindOf(fact: Fact, publishing: Publishing): JsonObject {
  switch (fact.type) {
    case 'yes-no':
    case 'choice':
      return { type: 'choice', answerValueSet: valueSetOf(fact, publishing) }
    case 'set':
      return { type: 'choice', repeats: true, answerValueSet: valueSetOf(fact, publishing) }
    case 'quantity':
      return { type: 'quantity' }
    case 'date':
      return { type: 'date' }
    case 'text':
      return { type: 'text', maxLength: fact.longest }
    default:
      return fact satisfies never
  }
}

/** The unit and the bounds of an amount. Units of activity have no code that says whose they are. */
function extensions(fact: Fact): JsonObject {
  if (fact.type !== 'quantity') return {}
  const coded = fact.unit === 'U' ? {} : { system: ucum, code: fact.unit }
  const bound = (name: string, steps: number) => ({
    url: `${sdc}/sdc-questionnaire-${name}Quantity`,
    valueQuantity: { value: unscaled(steps, fact.decimals), unit: fact.unit, ...coded },
  })
  return {
    extension: [
      // The one for amounts: `questionnaire-unit` is for numbers without a unit of their own.
      { url: `${core}/questionnaire-unitOption`, valueCoding: { ...coded, display: fact.unit } },
      bound('min', fact.min),
      bound('max', fact.max),
    ],
  }
}
