import { grantedIn, scopesFor, typesAskedOf, writesIn } from '@facialis/fhir/smart/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { stops } from '../../clinic/src/smart/words.ts'
import { readText } from '../architecture/read-house.ts'

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

describe('the page for whoever connects a record system', () => {
  const page = readText('docs/smart.md')

  it('names every kind that is asked for, and no other', () => {
    const [, named = ''] = /^Kinds: ([\s\S]*?)\. The list is/m.exec(page) ?? []
    expect(named.match(/\b[A-Z]\w+/g)).toEqual(typesAskedOf(hemifacialSpasm))
  })

  it('tells of every way in which it goes no further, as the screen says it', () => {
    const told = [...page.matchAll(/^\| ([A-Z][^|]*?) \|/gm)].map(([, title]) => title)
    // What only our own administrator or our own fault brings about is no matter of theirs.
    const ours = ['no-issuers', 'no-setting', 'unreadable', 'fault']
    const titles = Object.entries(stops).flatMap(([id, [title]]) => (ours.includes(id) ? [] : [title]))
    expect(titles.filter((title) => !told.includes(title))).toEqual([])
  })
})
