import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { botulinum } from '@facialis/knowledge/decisions/botulinum.ts'
import {
  type Chart,
  type Day,
  defaultPolicy,
  type EntryRecord,
  type Fact,
  type Observation,
  parseDate,
  type Span,
  type Value,
} from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { resolve } from '../../engine/chart/resolve.ts'
import { nextSteps } from '../../engine/explain/steps.ts'
import { createWorld } from '../../engine/world/create-world.ts'
import { meets, passedOn, settling } from './no-dead-end.ts'
import { reasonsThatShut } from './reasons-that-shut.ts'
import { chart, cleared, injected, today } from './stories.ts'

const asOf = parseDate(today)?.lo ?? 0
const policy = defaultPolicy(pathway.policy)
const worldOf = (given: Chart) => createWorld(resolve(pathway, given, { asOf, policy }))

const year = (lo: Day): Span => ({ lo, hi: lo + 364 })
/** Years known without their day: of a birth, round each age that counts; of anything else, this year and the last. */
const vague = ({ id }: Fact): readonly Span[] =>
  id === 'person.birthDate'
    ? [18, 30].map((age) => year(asOf - 200 - age * 365))
    : [0, 1].map((back) => year(asOf - 364 - back * 365))

const values = (fact: Fact): readonly (Value | { readonly unknown: 'asked-unanswered' })[] => {
  const open = { unknown: 'asked-unanswered' } as const
  if (fact.type === 'yes-no' || fact.type === 'choice') return [open, ...fact.values.map((word) => ({ word }))]
  return fact.type === 'date' ? [open, ...vague(fact).map((date) => ({ date }))] : [open]
}

const saying = (given: Chart, fact: Fact, value: Observation['value']): Chart => ({
  ...given,
  observations: [
    ...given.observations.filter((one) => one.fact !== fact.id),
    { fact: fact.id, value, date: { lo: asOf, hi: asOf }, provenance: { source: 'made up' } },
  ],
})

describe('somebody of whom all is known but one thing', () => {
  test.each([
    ['before the first injection', chart(cleared)],
    ['after an injection', chart(injected)],
  ])('has a step for every reason that shuts toxin, %s', (_, known) => {
    const stranded: string[] = []
    for (const fact of pathway.facts)
      for (const value of values(fact)) {
        const world = worldOf(saying(known, fact, value))
        const steps = nextSteps(world)
        if (world.answer(botulinum, null) !== 'blocked' || passedOn(steps, world)) continue
        const settles = settling(steps)
        for (const [id, holding] of reasonsThatShut(world))
          if (!meets(holding, settles)) stranded.push(`${fact.id} is ${JSON.stringify(value)}: ${id}`)
      }
    expect(stranded).toEqual([])
  })

  const lastSession = (date: Span | null, fields: EntryRecord['fields']): Chart => {
    const given = chart(cleared)
    const record: EntryRecord = {
      id: 'last',
      kind: 'session',
      date,
      withdrawn: false,
      supersedes: [],
      fields,
      provenance: { source: 'made up' },
    }
    return { ...given, entries: [...given.entries, record] }
  }
  test.each([
    [
      'without what it was for',
      lastSession(parseDate('2026-10-01'), { 'session.indication': { unknown: 'asked-unanswered' } }),
    ],
    ['without its day', lastSession(null, { 'session.indication': { word: 'hfs' } })],
    [
      'with a year that leaves the interval open',
      lastSession(parseDate('2026'), { 'session.indication': { word: 'hfs' } }),
    ],
  ])('is asked about the last session where it stands there %s', (_, known) => {
    const world = worldOf(known)
    expect(world.answer(botulinum, null)).toBe('blocked')
    expect(nextSteps(world).map(({ id }) => id)).toContain('ask-session-date')
  })

  test('is asked for the day of birth where the year leaves open whether they are of age', () => {
    const flagAnswered = pathway.facts.find(({ id }) => id === 'rf.ageUnder30')
    const birth = pathway.facts.find(({ id }) => id === 'person.birthDate')
    if (!flagAnswered || !birth) throw new Error('no such fact')
    const known = saying(chart(cleared), flagAnswered, { word: 'yes-resolved' })
    const ids = (born: string) => {
      const date = parseDate(born)
      if (!date) throw new Error(born)
      return nextSteps(worldOf(saying(known, birth, { date }))).map(({ id }) => id)
    }
    expect(ids('2008')).toContain('ask-dates')
    expect(ids('2008-03-01')).not.toContain('ask-dates')
    expect(ids('1999')).not.toContain('ask-dates')
  })
})
