/** Nobody is proposed a session before the interval of the site has passed: proved of everybody, on whatever days. */
import { evaluate, resolve } from '@facialis/engine'
import { proofOf } from '@facialis/engine/prove/index.ts'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import { session } from '@facialis/knowledge/entries/index.ts'
import { plannedIntervalFrom } from '@facialis/knowledge/policy/index.ts'
import { proved } from '@facialis/knowledge/proved.ts'
import {
  daysBetween,
  daysSince,
  defaultPolicy,
  is,
  latestDate,
  lessThan,
  type NotBefore,
  type NumberTerm,
  parseDate,
  plus,
  shifted,
} from '@facialis/language'
import { expect, test } from 'vitest'

const [promise] = proved.toProve.notBefore as readonly [NotBefore]
const asking = { asOf: parseDate('2026-11-23')!.lo, policy: {} }

/** The same promise of steps one of which opens otherwise. */
const withOpening = (step: string, opens: NumberTerm): NotBefore => ({
  ...promise,
  steps: promise.steps.map((one) => (one.id === step ? { ...one, window: { ...one.window, opens } } : one)),
})
const proofFor = (one: NotBefore) => proofOf({ ...proved, toProve: { ...proved.toProve, notBefore: [one] } }, one.id)!

test('is looked for in every step that plans a session', () => {
  expect(promise.steps.map(({ id }) => id)).toEqual([
    'next-session',
    'next-session-worn-off',
    'next-session-after-cosmetic',
  ])
  expect(proofFor(promise).holds).toBe(true)
})

test('one that opens by the plan alone comes too early for somebody, with numbers that a site may set', () => {
  const proof = proofFor(withOpening('next-session', plannedIntervalFrom))
  const early = 'the time for next-session has come too early'
  expect([proof.holds, proof.counter?.state]).toEqual([false, [early]])
  const person = proof.example(asking)!
  expect(person.shows).toContain(`${early}, where a site has `)
  const numbers = [...person.shows.matchAll(/(\w+) (\d+)(?:,|$)/g)].map(([, id, number]) => [id, Number(number)])
  const policy = { ...defaultPolicy(proved.policy), ...Object.fromEntries(numbers) }
  const world = createWorld(resolve(proved, person.chart, { ...asking, policy }))
  const { when, anchors } = promise.steps.find(({ id }) => id === 'next-session')!
  expect(world.truth(when, null)).toBe('yes')
  const until = daysBetween(promise.since, shifted(anchors[0]!.date, plannedIntervalFrom))
  expect(world.truth(lessThan(until, promise.least), null)).toBe('yes')
})

test('one whose wait cannot be told opens with what it counts from, which is too early for somebody', () => {
  const sinceCosmetic = daysSince(latestDate(session, is(session.fields.indication, 'cosmetic')))
  const proof = proofFor(withOpening('next-session', plus(promise.least, sinceCosmetic)))
  expect(proof.holds).toBe(false)
  const { chart } = proof.example(asking)!
  expect(chart.entries.filter(({ fields }) => JSON.stringify(fields).includes('cosmetic'))).toEqual([])
  expect(evaluate(proved, chart, asking).nextSteps.map(({ id }) => id)).toContain('next-session')
})
