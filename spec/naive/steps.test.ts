import { evaluate, nextOf } from '@facialis/engine'
import {
  type Advice,
  type Condition,
  type DateTerm,
  factsOf,
  formatDay,
  type NumberTerm,
  type Span,
  type Step,
  urgencies,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casesWithSteps } from './arbitrary-steps.ts'
import { naiveTruth, naiveWritten } from './naive.ts'
import { type Case, factOnDay } from './on-the-day.ts'
import type { TermValue } from './spans.ts'

const isSpan = (value: TermValue): value is Span => typeof value !== 'string'

/** A pathway and a chart, asked by somebody who works out everything afresh. */
function asker({ pathway, chart, asking }: Case) {
  const truth = (condition: Condition) => naiveTruth(condition, pathway, chart, asking)
  const term = (of: DateTerm | NumberTerm) => naiveWritten(of, pathway, chart, asking)
  const isOpen = (id: string): boolean => {
    const fact = pathway.facts.find((one) => one.id === id)
    return fact === undefined || 'unknown' in factOnDay(fact, pathway, chart, asking).value
  }
  return { holds: (condition: Condition): boolean => truth(condition) === 'yes', truth, term, isOpen }
}

/** What is said of a step that is called for. */
function standing(step: Step, one: Case) {
  const { holds, term } = asker(one)
  const days = (of: NumberTerm): number => {
    const value = term(of)
    return isSpan(value) ? value.hi : 0
  }
  const anchors = step.anchors.map(({ name, date }) => ({ name, at: term(date) }))
  const vague = anchors.find(({ at }) => at === 'unknown')
  const dated = anchors.flatMap(({ name, at }) => (isSpan(at) ? [{ name, ...at }] : []))
  const urgency = step.urgency.find(({ when }) => holds(when))?.is ?? 'routine'
  if (vague || dated.length === 0)
    return { id: step.id, urgency, anchor: (vague ?? anchors[0])?.name, dueBy: null, state: 'unknown-anchor' }
  const hi = Math.max(...dated.map((date) => date.hi))
  const lo = Math.max(...dated.map((date) => date.lo))
  const wait = days(step.window.opens)
  const opens = wait === 0 ? lo : hi + wait
  const due = Math.max(opens, lo + days(step.window.due))
  const overdue = Math.max(due, lo + days(step.window.overdue))
  const today = one.asking.asOf
  const state = today > overdue ? 'overdue' : today > due ? 'grace' : today >= opens ? 'due' : 'early'
  return { id: step.id, urgency, anchor: dated.find((date) => date.hi === hi)?.name, dueBy: formatDay(due), state }
}

const states = ['overdue', 'grace', 'due', 'unknown-anchor', 'early']

/** The steps that are called for, one by one put behind all that come before it. */
function stepsOf(one: Case, { decisions }: Advice) {
  const { pathway } = one
  const { holds } = asker(one)
  const gates = pathway.decisions.filter(({ body }) => body.kind === 'gate' && body.behind === null)
  const wanted = gates.flatMap(({ id }) => decisions[id]?.missing ?? [])
  const asks = (settled: Step['settles'][number]): readonly string[] =>
    settled.kind === 'entry'
      ? Object.keys(settled.fields)
      : [
          settled.id,
          ...pathway.screens.filter((s) => s.facts.includes(settled as never)).map(({ id }) => `screen.${id}`),
        ]
  const called = pathway.steps
    .filter(({ when }) => holds(when))
    .map((step, order) => {
      const so = standing(step, one)
      const opens = step.settles.flatMap(asks).some((id) => wanted.includes(id))
      const due = so.dueBy === null ? Number.POSITIVE_INFINITY : Date.parse(so.dueBy)
      return { so, rank: [urgencies.indexOf(so.urgency), opens ? 0 : 1, states.indexOf(so.state), due, order] }
    })
  const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
    const at = a.findIndex((value, i) => value !== b[i])
    return at >= 0 && (a[at] as number) < (b[at] as number)
  }
  return called.map(({ so, rank }) => ({ so, place: called.filter((other) => isBefore(other.rank, rank)).length }))
}

describe('what comes next, whatever the pathway', () => {
  it('is every step that is called for, dated from the latest of its anchors, in the order that is promised', () => {
    const met = new Map<string, number>()
    fc.assert(
      fc.property(casesWithSteps, (one) => {
        const advice = evaluate(one.pathway, one.chart, one.asking)
        const told = advice.nextSteps.map(({ id, urgency, anchor, dueBy, state }, place) => {
          met.set(state, (met.get(state) ?? 0) + 1)
          return { so: { id, urgency, anchor: anchor.fact, dueBy, state }, place }
        })
        expect(told).toEqual(stepsOf(one, advice).sort((a, b) => a.place - b.place))
        const { isOpen } = asker(one)
        for (const { id, missing } of advice.nextSteps) {
          const { settles = [] } = one.pathway.steps.find((step) => step.id === id) ?? {}
          expect(missing).toEqual(settles.map((settled) => settled.id).filter(isOpen))
        }
        expect(nextOf(one.pathway, one.chart, one.asking)).toEqual({
          nextSteps: advice.nextSteps,
          missing: advice.missing,
        })
      }),
      { numRuns: 80, endOnFailure: true },
    )
    for (const state of states) expect([state, (met.get(state) ?? 0) > 10]).toEqual([state, true])
  })

  it('is said with every alert that holds, worst first, and every thing on a list that holds', () => {
    const severities = ['critical', 'warning', 'info']
    fc.assert(
      fc.property(casesWithSteps, (one) => {
        const { alerts, decisions } = evaluate(one.pathway, one.chart, one.asking)
        const { holds, truth, isOpen } = asker(one)
        const raised = one.pathway.alerts.filter(({ when }) => holds(when))
        expect(alerts.map(({ id }) => id)).toEqual(
          severities.flatMap((severity) => raised.filter((alert) => alert.severity === severity).map(({ id }) => id)),
        )
        for (const { id, items } of one.pathway.collections) {
          const listed = items.filter(({ when }) => holds(when)).map((item) => ({ id: item.id }))
          const open = items.filter(({ when }) => truth(when) === 'unknown').flatMap(({ when }) => [...factsOf(when)])
          expect(decisions[id]?.answer).toEqual(listed)
          expect(decisions[id]?.because.map(({ rule }) => ({ id: rule }))).toEqual(listed)
          expect(decisions[id]?.missing).toEqual([
            ...new Set(open.flatMap((fact) => (fact.scope === 'patient' && isOpen(fact.id) ? [fact.id] : []))),
          ])
        }
        for (const { id, candidates } of one.pathway.rankings) {
          const weighed = candidates.map((candidate) => {
            const [pro, contra] = [candidate.for, candidate.against].map((all) => all.filter(({ when }) => holds(when)))
            const weight = (all: typeof pro = []): number => all.reduce((sum, feature) => sum + feature.weight, 0)
            const labels = (all: typeof pro = []) => all.map(({ label }) => label)
            return { score: weight(pro) - weight(contra), id: candidate.id, for: labels(pro), against: labels(contra) }
          })
          const inOrder = weighed.toSorted((a, b) => b.score - a.score).map(({ score: _, ...shown }) => shown)
          const told = (decisions[id]?.answer ?? []) as readonly (typeof weighed)[number][]
          expect(told).toMatchObject(inOrder)
        }
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })
})
