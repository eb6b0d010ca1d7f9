import { grantedIn, scopesFor, writesIn } from '@facialis/fhir/smart/index.ts'
import { describe, expect, it } from 'vitest'

describe('a scope lets a kind be read', () => {
  it.each([
    ['patient/Observation.read', 'whole', 'whole'],
    ['patient/Observation.*', 'whole', 'whole'],
    ['patient/*.read', 'whole', 'whole'],
    ['user/*.*', 'whole', 'whole'],
    ['patient/Observation.rs', 'whole', 'whole'],
    ['patient/*.cruds', 'whole', 'whole'],
    ['patient/Observation.r', 'whole', 'no'],
    ['patient/Observation.s', 'no', 'whole'],
    ['patient/Observation.rs?category=laboratory', 'in part', 'in part'],
    ['patient/Observation.rs?category=laboratory patient/Observation.rs', 'whole', 'whole'],
    ['patient/Observation.write', 'no', 'no'],
    ['patient/Observation.cud', 'no', 'no'],
    ['patient/Condition.rs', 'no', 'no'],
    ['patient/Observation.', 'no', 'no'],
    // Letters in another order are no scope (SMART 2, 3.0.2.2).
    ['patient/Observation.sr', 'no', 'no'],
    ['system/Observation.rs', 'no', 'no'],
    ['launch openid fhirUser', 'no', 'no'],
    ['', 'no', 'no'],
  ] as const)('%s', (scopes, read, search) => {
    expect(grantedIn(scopes, 'Observation', 'read')).toBe(read)
    expect(grantedIn(scopes, 'Observation', 'search')).toBe(search)
  })
})

it('asks in either way of writing for each kind alone, and never to write', () => {
  expect(scopesFor(['Patient', 'Observation'], 'v1')).toEqual(['patient/Patient.read', 'patient/Observation.read'])
  expect(scopesFor(['Patient', 'Observation'], 'v2')).toEqual(['patient/Patient.rs', 'patient/Observation.rs'])
  for (const style of ['v1', 'v2'] as const) expect(writesIn(scopesFor(['Patient'], style).join(' '))).toBe(false)
})

it.each([
  ['patient/*.read launch', false],
  ['patient/Observation.rs', false],
  ['patient/Observation.write', true],
  ['patient/*.*', true],
  ['user/Observation.cruds', true],
])('knows whether something may be written by "%s"', (scopes, may) => expect(writesIn(scopes)).toBe(may))
