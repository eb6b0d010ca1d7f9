import type { Resource } from '../read/resources.ts'
import { emptySystem, entrySystem, factProfileAddress, factSystem } from '../terms/systems.ts'
import { described, type Publishing } from './described.ts'
import observation from './observation-elements.json' with { type: 'json' }
import { type Element, snapshotOf } from './snapshot.ts'

const types = (...codes: readonly string[]) => ({ type: codes.map((code) => ({ code })) })
const invariant = (key: string, human: string, expression: string) => ({
  constraint: [{ key, severity: 'error', human, expression, source: factProfileAddress }],
})
const values = types('boolean', 'CodeableConcept', 'Quantity', 'dateTime', 'Period', 'string')
const from = (...systems: readonly string[]): string =>
  `coding.where(${systems.map((system) => `system = '${system}'`).join(' or ')}).count() = 1`

const isAnswered =
  'Yes or no is a boolean; a word, or the words of a set, is codes of the answers, and a set known to have'
const answered = `${isAnswered} none is the code "empty" of ${emptySystem}. A date known by its month or year is written so.`

/** What the published logic reads: for one person and one day, one Observation for each fact and for each entry. */
const elements: readonly Element[] = [
  {
    path: 'Observation',
    short: 'A fact as it stands on the day, or an entry that counts on it',
    definition:
      'One for each fact that has an answer on the day asked for, after lists that were asked as a whole, judgements, ages and conflicts have been weighed; one for each entry that counts, with its fields as components. What nobody was asked is left out.',
    ...invariant(
      'fact-1',
      'A fact has a value or a reason why there is none; an entry has neither.',
      `code.coding.where(system = '${factSystem}').exists() = (value.exists() or dataAbsentReason.exists())`,
    ),
  },
  { path: 'Observation.status', patternCode: 'final' },
  {
    path: 'Observation.code',
    short: 'The fact, or the kind of entry',
    ...invariant('fact-2', 'It names one fact or one kind of entry.', from(factSystem, entrySystem)),
  },
  {
    path: 'Observation.subject',
    min: 1,
    type: [{ code: 'Reference', targetProfile: ['http://hl7.org/fhir/StructureDefinition/Patient'] }],
  },
  {
    path: 'Observation.effective[x]',
    short: 'When the answer was observed, or the entry happened',
    definition:
      'A day, a month or a year; a period from the first to the last day it may have been where it is none of these. None where nobody knows. Nothing lies after the day asked for.',
    ...types('dateTime', 'Period'),
  },
  { path: 'Observation.value[x]', short: 'The answer', definition: answered, ...values },
  {
    path: 'Observation.dataAbsentReason',
    short: 'Why an answer is not there',
  },
  {
    path: 'Observation.component',
    short: 'The fields of an entry',
    ...invariant(
      'fact-3',
      'A field has a value or a reason why there is none.',
      'value.exists() or dataAbsentReason.exists()',
    ),
  },
  {
    path: 'Observation.component.code',
    short: 'The fact that the field is',
    ...invariant('fact-4', 'It names one fact.', from(factSystem)),
  },
  { path: 'Observation.component.value[x]', short: 'The answer', definition: answered, ...values },
]

/** The profile of the Observations that the published logic reads. */
export const factProfile = (publishing: Publishing): Resource =>
  described(
    'StructureDefinition',
    {
      id: factProfileAddress.slice(factProfileAddress.lastIndexOf('/') + 1),
      title: 'Fact Observation',
      url: factProfileAddress,
      description: `What the published logic reads of a person: ${publishing.pathway.title}`,
    },
    publishing,
    {
      fhirVersion: '4.0.1',
      kind: 'resource',
      abstract: false,
      type: 'Observation',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Observation',
      derivation: 'constraint',
      snapshot: { element: snapshotOf(observation, elements) },
      differential: { element: elements.map((element) => ({ id: element.path, ...element })) },
    },
  )
