import { planOf } from '@facialis/engine'
import { proofsOf } from '@facialis/engine/prove/index.ts'
import { negate } from '@facialis/engine/symbolic/literal.ts'
import { symbolicPlan } from '@facialis/engine/symbolic/symbolic-plan.ts'
import {
  boldnessOf,
  type Chart,
  type Decision,
  dayOf,
  type Entry,
  exactly,
  type Fact,
  invariant,
  ownJudgement,
  type Pathway,
  type Value,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chart as chartOf, daysAsked } from '../naive/arbitrary-chart.ts'
import { condition } from '../naive/arbitrary-conditions.ts'
import { pathway as pathwayOf } from '../naive/arbitrary-pathway.ts'
import { type Draw, drawn } from '../naive/draw.ts'
import { naiveAnswers, naiveTruth } from '../naive/naive.ts'
import { type Case, factOnDay } from '../naive/on-the-day.ts'
import { written } from '../naive/written.ts'

const reason = ownJudgement('made up')

/** Promises somebody could make of a pathway; some of them hold. */
function promising(draw: Draw, plain: Pathway): Pathway {
  const { facts, entries: kinds, decisions, policy } = plain
  const reach = { facts, kinds, inside: null, proposed: null, above: decisions, policy }
  const about = decisions.filter(({ scope }) => scope === 'patient')
  const answered = (decision: Decision) => ({
    kind: 'decided' as const,
    decision,
    answers: draw.subset(decision.answers, 1),
  })
  const invariants = draw.times(3, 6, (i) => {
    const whenever = draw.chance(60) ? answered(draw.pick(about)) : condition(draw, reach, 1)
    const other = draw.chance(50) ? answered(draw.pick(about)) : condition(draw, reach, 1)
    const holds = draw.chance(30) ? { kind: 'any' as const, of: [other, whenever] } : other
    return invariant(`P-${i}`, { text: 'made up', whenever, holds }, reason)
  })
  const offers = about.filter(({ boldness }) => boldness !== null)
  return { ...plain, toProve: { invariants, assumptions: [], offers, wide: [], further: kinds } }
}

const promised: fc.Arbitrary<Case & Readonly<{ people: readonly Chart[] }>> = drawn((draw) => {
  const made = promising(draw, pathwayOf(draw))
  const asOf = draw.pick(daysAsked)
  const people = Array.from({ length: 6 }, () => chartOf(draw, made, asOf))
  const one = { pathway: made, chart: people[0] as Chart, asking: { asOf, policy: {} }, people }
  return { ...one, [fc.toStringMethod]: () => written(one) }
})

/** The values a fact could come to have; of a set, a date or an amount a few. */
function valuesOf(fact: Fact, asOf: number): readonly Value[] {
  switch (fact.type) {
    case 'choice':
    case 'yes-no':
      return fact.values.map((word) => ({ word }))
    case 'set':
      return [{ words: [] }, { words: fact.values.slice(0, 1) }, { words: [...fact.values] }]
    case 'quantity':
      return [{ number: fact.min }, { number: fact.max }]
    case 'date':
      return [asOf - 800, asOf - 2, asOf].map((day) => ({ date: exactly(day) }))
    case 'text':
      return []
    default:
      return fact satisfies never
  }
}

const saying = (chart: Chart, fact: Fact, value: Value, asOf: number): Chart => ({
  ...chart,
  observations: [
    ...chart.observations.filter((one) => one.fact !== fact.id),
    { fact: fact.id, value, date: exactly(asOf), provenance: { source: 'made up' } },
  ],
})

const isKnown = (fact: Fact, { pathway, asking }: Case, chart: Chart): boolean =>
  !('unknown' in factOnDay(fact, pathway, chart, asking).value)
/** What is asked at the chair leaves the standing gate as it is until it is answered. */
const isAskedLater = (fact: Fact, { body }: Decision): boolean =>
  fact.askedAt === 'session' && body.kind === 'gate' && body.behind === null

/** How somebody's answer changes with what is learnt: of what was not known anything, or of what was known the worst. */
function* learnt(
  one: Case,
  decision: Decision,
  chart: Chart,
  isAdverse: boolean,
): Generator<readonly [number, number]> {
  const { pathway, asking } = one
  const bold = (of: Chart): number => boldnessOf(decision, naiveAnswers(pathway, of, asking)[decision.id] as string)
  const before = bold(chart)
  for (const fact of pathway.facts) {
    if (isAdverse !== isKnown(fact, one, chart) || isAskedLater(fact, decision)) continue
    const bad =
      'neutral' in fact.adverse ? [] : ((fact.adverse as Record<string, readonly string[]>)[decision.id] ?? [])
    for (const value of valuesOf(fact, asking.asOf))
      if (!isAdverse || ('word' in value && bad.includes(value.word)))
        yield [before, bold(saying(chart, fact, value, asking.asOf))]
  }
}

/** Every answer of a field that an entry may give which gives none but adverse ones: to this decision, else to any. */
function adverselySaid(field: Fact, decision: Decision): readonly Value[] {
  if ('neutral' in field.adverse) return valuesOf(field, dayOf(2024, 2, 29))
  const listed = field.adverse as Readonly<Record<string, readonly string[]>>
  const words = listed[decision.id] ?? Object.values(listed).flat()
  if (field.type === 'choice' || field.type === 'yes-no') return words.map((word) => ({ word }))
  return field.type === 'set' ? [{ words: field.values.filter((word) => words.includes(word)) }] : []
}

type Said = Readonly<Record<string, Value>>

/** Entries that say one thing, and such as say of everything the first or the last that they may. */
function* entriesSaying(fields: readonly Fact[], decision: Decision): Generator<Said> {
  const may = fields.map((field) => [field.id, adverselySaid(field, decision)] as const)
  yield {}
  for (const [id, values] of may) for (const value of values) yield { [id]: value }
  for (const end of [0, -1])
    yield Object.fromEntries(may.flatMap(([id, values]) => (values.length > 0 ? [[id, values.at(end) as Value]] : [])))
}

/** How somebody's answer changes with one more entry of a kind, of today, of another day, and of none. */
function* enlarged(
  { pathway, asking }: Case,
  decision: Decision,
  { id: kind, fields }: Entry,
  chart: Chart,
): Generator<readonly [number, number]> {
  const bold = (of: Chart): number => boldnessOf(decision, naiveAnswers(pathway, of, asking)[decision.id] as string)
  const before = bold(chart)
  for (const said of entriesSaying(Object.values(fields), decision)) {
    for (const date of [exactly(asking.asOf), exactly(asking.asOf - 6), null]) {
      const provenance = { source: 'made up', by: 'Dr Demo', note: 'made up' }
      const more = { id: 'one-more', kind, date, withdrawn: false, supersedes: [], fields: said, provenance }
      yield [before, bold({ ...chart, entries: [...chart.entries, more] })]
    }
  }
}

describe('what is proved of whatever pathway', () => {
  it('is broken by nobody', () => {
    const met = { promises: 0, learnt: 0, further: 0 }
    fc.assert(
      fc.property(promised, (one) => {
        const { pathway, people, asking } = one
        for (const { id } of [...proofsOf(pathway)].filter(({ holds }) => holds)) {
          const promise = pathway.toProve.invariants.find((made) => made.id === id)
          const offer = pathway.toProve.offers.find((made) => id.endsWith(`/${made.id}`))
          for (const chart of people) {
            if (promise && naiveTruth(promise.whenever, pathway, chart, asking) === 'yes') {
              met.promises++
              expect([id, naiveTruth(promise.holds, pathway, chart, asking)]).toEqual([id, 'yes'])
            }
            if (!offer || id.startsWith('living/')) continue
            const kind = pathway.entries.find((one) => id === `further/${one.id}/${offer.id}`)
            if (kind) {
              for (const [before, after] of enlarged(one, offer, kind, chart)) {
                met.further++
                expect(after, `${id}`).toBeLessThanOrEqual(before)
              }
              continue
            }
            for (const [before, after] of learnt(one, offer, chart, id.startsWith('adverse/'))) {
              met.learnt++
              if (id.startsWith('adverse/')) expect(after).toBeLessThanOrEqual(before)
              else expect(after).toBeGreaterThanOrEqual(before)
            }
          }
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
    expect(met.promises).toBeGreaterThan(40)
    expect(met.learnt).toBeGreaterThan(1000)
    expect(met.further).toBeGreaterThan(1000)
  })

  it('is not thought possible by whoever looks at it in another way, and little of what is impossible is not proved', () => {
    let [proved, impossible] = [0, 0]
    fc.assert(
      fc.property(promised, ({ pathway }) => {
        const plan = planOf(pathway)
        const all = symbolicPlan(plan, { rowsOf: () => 3, isExact: true })
        const proofs = new Map([...proofsOf(pathway)].map((proof) => [proof.id, proof.holds]))
        for (const [at, { id }] of pathway.toProve.invariants.entries()) {
          const { whenever, holds } = plan.invariants[at] as (typeof plan.invariants)[number]
          const isBroken = all.logic.all([all.truth(whenever).yes, negate(all.truth(holds).yes)])
          const mayBe = all.isSatisfiable(isBroken, 10_000)
          if (proofs.get(id)) expect([id, mayBe]).toEqual([id, false])
          if (proofs.get(id)) proved++
          if (mayBe === false) impossible++
        }
      }),
      { numRuns: 30, endOnFailure: true },
    )
    expect(proved).toBeGreaterThan(30)
    expect(impossible - proved).toBeLessThan(4)
  })
})
