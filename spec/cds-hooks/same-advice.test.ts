import { answersOf, evaluate } from '@facialis/engine'
import { chartFromBundle } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { answerWords } from '@facialis/knowledge/spoken.ts'
import { type Advice, type Chart, type Decided, parseDate } from '@facialis/language'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ShownCard } from './card-shape.ts'
import { type Hooks, openHooks, ordersOf, prefetchFrom, type Sample, samples, toxin } from './hooks.ts'

let hooks: Hooks
beforeAll(async () => {
  hooks = await openHooks()
})
afterAll(() => hooks.close())

const askingOf = ({ day }: Sample) => ({ asOf: parseDate(day)?.lo ?? 0, policy: {} })

/** What `facialis assess` reads in the same bundle, and says of it. */
function chartOf({ bundle }: Sample): Chart {
  const read = chartFromBundle(hemifacialSpasm, bundle, { zone: 'UTC' })
  if (!read.ok) throw new Error(read.problem.sentence)
  return read.value.chart
}
const assessed = (sample: Sample): Advice => evaluate(hemifacialSpasm, chartOf(sample), askingOf(sample))

const topicOf = ({ source }: ShownCard): string => source.topic?.code ?? ''
const basisOf = ({ extension }: ShownCard): Readonly<Record<string, unknown>> =>
  extension['invalid.facialis.basis'] as Readonly<Record<string, unknown>>

const people = samples().map((sample) => [sample.id, sample] as const)
// Advice with all its reasons takes its time.
const some = people.filter((_one, at) => at % 8 === 0)
const spasm = [{ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'G51.32' }] }]
const signing = ({ day, bundle }: Sample) =>
  hooks.cards('order-sign', { day, prefetch: prefetchFrom(bundle), context: ordersOf(toxin({ reasonCode: spasm })) })

describe('a toxin order of everybody among the examples is judged as "facialis assess" judges the gate', () => {
  it.each(people)('%s', async (_id, sample) => {
    const cards = await signing(sample)
    const shown = cards.find((card) => topicOf(card) === 'botulinum')
    const answer = answersOf(hemifacialSpasm, chartOf(sample), askingOf(sample)).botulinum
    if (answer === 'permitted') expect(shown).toBeUndefined()
    else if (answer === 'caution') expect(shown?.indicator).toBe('warning')
    else if (shown?.indicator !== 'critical') expect(shown?.summary).toContain('A standing exception is in force')
  })
})

describe('a toxin order gets the reasons of "facialis assess", and the reasons for which it may pass', () => {
  it.each(some)('%s', async (_id, sample) => {
    const gate = assessed(sample).decisions.botulinum as Decided
    const shown = (await signing(sample)).find((card) => topicOf(card) === 'botulinum')
    if (gate.answer === 'permitted') return
    const isExcepted = (gate.detail.exceptions as readonly unknown[]).length > 0
    expect(shown?.indicator).toBe(gate.answer === 'blocked' && !isExcepted ? 'critical' : 'warning')
    expect(basisOf(shown as ShownCard)).toMatchObject({ rules: [...new Set(gate.because.map(({ rule }) => rule))] })
    // The reasons for which somebody may pass are the pathway's own, and only those that may be used now.
    expect(shown?.overrideReasons?.map(({ code }) => code) ?? []).toEqual(
      shown?.indicator === 'critical' ? gate.detail.overridableBy : [],
    )
  })
})

describe('whoever opens a chart reads what "facialis assess" says', () => {
  it.each(some)('%s', async (_id, sample) => {
    const advice = assessed(sample)
    const cards = await hooks.cards('patient-view', { day: sample.day, prefetch: prefetchFrom(sample.bundle) })
    const stage = cards.at(-1) as ShownCard
    const [next] = advice.nextSteps
    expect(topicOf(stage)).toBe('stage')
    expect(stage.summary).toMatch(new RegExp(`^${answerWords((advice.decisions.stage as Decided).answer)}[.:]`))
    expect(stage.summary).toContain(next === undefined ? 'nothing is due' : next.label.slice(0, 40))
    const loud = advice.alerts.filter(({ severity }) => severity !== 'info')
    expect(cards.slice(0, -1).map((card) => [topicOf(card), card.indicator])).toEqual(
      loud.map(({ id, severity }) => [id, severity]),
    )
    // What a clinician needs to check any of it stands on every card.
    for (const card of cards) {
      for (const heading of ['**Why**', '**Facts used**', '**Not known**', '**Sources**'])
        expect(card.detail).toContain(heading)
      expect(card.detail).toContain(`version ${advice.version}: **${advice.status}**`)
      expect(card.detail).toContain(`Facts as of ${sample.day}`)
      expect(card.detail).toContain(
        advice.holdsUntil === null ? 'Expires with any new fact' : `Expires on ${advice.holdsUntil}`,
      )
      expect(basisOf(card)).toMatchObject({ pathway: advice.pathway, version: advice.version, factsAsOf: sample.day })
    }
  })
})
