import { expect, it } from 'vitest'
import { type Parameter, parametersOf } from '../../search-indexing/parameters.ts'
import { indexVersion } from '../../search-indexing/resource-knowledge.ts'
import { tableDigest } from '../../search-indexing/values.ts'

const encounter = parametersOf.Encounter ?? []
const reason: Parameter = { name: 'reason-code', kind: 'token', paths: ['reasonCode'] }
const withEncounter = (...parameters: readonly Parameter[]) => tableDigest({ ...parametersOf, Encounter: parameters })

it('is named by the table, so that the index of a record is built anew for another one', () => {
  expect(indexVersion).toContain(tableDigest(parametersOf))
})

it.each<[string, readonly Parameter[]]>([
  ['a parameter more', [...encounter, reason]],
  ['one less', encounter.slice(1)],
  ['one that reads from elsewhere', [...encounter, { ...reason, paths: ['reasonReference'] }]],
  ['one of another kind', [...encounter, { ...reason, kind: 'string' }]],
  ['one that reads some of a list', [...encounter, { ...reason, only: ['use', 'official'] }]],
])('is another one for %s', (_, parameters) => {
  expect(withEncounter(...parameters)).not.toBe(withEncounter(...encounter))
})

it.each<[string, Parameter]>([
  ['looks at what another keeps', { ...reason, name: 'kind-of', kept: 'type' }],
  ['finds what one of several finds', { ...reason, name: 'any', either: ['type', 'class'] }],
])('stays the same where a parameter more %s', (_, parameter) => {
  expect(withEncounter(...encounter, parameter)).toBe(withEncounter(...encounter))
})
