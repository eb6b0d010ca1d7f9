import { evaluate } from '@facialis/engine'
import { carePlanOf } from '@facialis/fhir/apply/care-plan.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { botulinum } from '@facialis/knowledge/decisions/botulinum.ts'
import { stage } from '@facialis/knowledge/decisions/stage.ts'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { type Advice, emptyChart } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { fhirDefinitions } from '../../scripts/fhir-definitions.ts'
import { smallPathway } from '../decisions/small-pathway.ts'
import { asking, fromPlainFacts } from '../examples/forms.ts'

const faultsOf = fhirDefinitions()
const to = { id: 'demo', subject: 'Patient/demo' }

type Action = Readonly<{
  title: string
  priority: string
  textEquivalent: string
  timingPeriod?: { end: string }
  participant: readonly { reference: string }[]
  resource: { reference: string }
  documentation: readonly { label?: string; display: string }[]
  condition: readonly { kind: string; expression: { expression: string; description: string } }[]
}>
type Plan = Readonly<{
  contained: readonly Readonly<{ resourceType: string; id: string; action?: readonly Action[]; detail?: string }>[]
  activity: readonly Readonly<{
    detail?: {
      status: string
      statusReason: { text: string }
      description: string
      doNotPerform: boolean
      reasonCode: readonly { text: string }[]
    }
  }>[]
  supportingInfo?: readonly unknown[]
}>

const adviceFor = (id: string): Advice => {
  const example = examples.find((one) => one.id === id)
  if (!example) throw new Error(`There is no example ${id}.`)
  const { chart, asOf } = fromPlainFacts(example)
  return evaluate(hemifacialSpasm, chart, asking(asOf))
}
const planFor = (advice: Advice): Plan => carePlanOf(hemifacialSpasm, advice, to) as unknown as Plan
const actionsOf = (plan: Plan): readonly Action[] =>
  plan.contained.find(({ resourceType }) => resourceType === 'RequestGroup')?.action ?? []

describe('the pathway applied to a person', () => {
  const advice = adviceFor('typical-left-before-the-scan')
  const plan = planFor(advice)

  test('proposes every next step, in order, with its condition, owner, last day and sources', () => {
    const actions = actionsOf(plan)
    expect(actions.map(({ title }) => title)).toEqual(advice.nextSteps.map(({ label }) => label))
    for (const [i, step] of advice.nextSteps.entries()) {
      const action = actions[i]
      expect(action?.condition[0]).toMatchObject({
        kind: 'applicability',
        expression: { expression: `step ${step.id}`, description: step.text },
      })
      expect(action?.participant).toEqual([{ reference: `#owner-${step.owner}` }])
      expect(action?.timingPeriod?.end ?? null).toBe(step.dueBy)
      expect(action?.documentation).toHaveLength(step.passages.length)
      const task = plan.contained.find(({ id }) => `#${id}` === action?.resource.reference)
      expect(task).toMatchObject({
        resourceType: 'Task',
        intent: 'proposal',
        owner: { reference: `#owner-${step.owner}` },
      })
    }
    expect(advice.nextSteps.length).toBeGreaterThan(0)
  })

  test('marks a source that is past its review date', () => {
    const cited = actionsOf(plan).flatMap(({ documentation }) => documentation)
    const stale = hemifacialSpasm.passages.filter(({ source }) => source.reviewBy === '2023-04').map(({ id }) => id)
    const old = cited.filter(({ label }) => label !== undefined && stale.includes(label))
    expect(old.map(({ display }) => display.startsWith('To be read again since 2023-04. '))).toContain(true)
    expect(old.every(({ display }) => display.startsWith('To be read again since 2023-04. '))).toBe(true)
  })

  test('says of a shut gate that nothing may be done, and why it is shut', () => {
    const shut = advice.decisions.botulinum
    const held = plan.activity.flatMap(({ detail }) => (detail ? [detail] : []))
    expect(held[0]).toMatchObject({ status: 'on-hold', doNotPerform: true })
    expect(held[0]?.reasonCode.map(({ text }) => text)).toEqual(shut?.because.map(({ text }) => text))
  })

  test('names the day on which a gate that waits for one opens', () => {
    const waiting = adviceFor('next-session-after-the-forehead')
    const opensOn = waiting.decisions.botulinum?.detail.opensOn
    expect(opensOn).toBe('2027-01-04')
    const [held] = planFor(waiting).activity.flatMap(({ detail }) => (detail ? [detail] : []))
    expect(held?.statusReason.text).toContain(`blocked. It opens on ${opensOn}.`)
    expect(held?.description).toContain(`less than the minimum interval ago. It opens on ${opensOn}.`)
  })

  test('does not deny the reason that shuts the gate: toxin was given a short while ago', () => {
    const [held] = planFor(adviceFor('next-session-after-the-forehead')).activity.flatMap(({ detail }) =>
      detail ? [detail] : [],
    )
    expect(held?.reasonCode.map(({ text }) => text)).toEqual([
      'Toxin was given to the face, cosmetic use included, less than the minimum interval ago.',
    ])
  })

  test('says what to consider where toxin may be offered with caution', () => {
    const careful = adviceFor('chair-doac')
    const plan = planFor(careful)
    const issue = plan.contained.find(({ id }) => id === 'caution-1')
    const [reason] = careful.decisions.botulinum?.because ?? []
    expect(issue).toMatchObject({ resourceType: 'DetectedIssue', severity: 'moderate' })
    expect(issue?.detail).toBe(`${botulinum.asks} caution: ${reason?.text}`)
    expect(plan.supportingInfo).toContainEqual({ reference: '#caution-1' })
    expect(faultsOf(plan)).toEqual([])
  })

  test('does not hold back anything that may be done', () => {
    const open = adviceFor('typical-left-after-the-scan')
    expect(open.decisions.botulinum?.answer).toBe('permitted')
    const codes = planFor(open)
      .activity.map((activity) => JSON.stringify(activity))
      .filter((text) => text.includes('"botulinum"'))
    expect(codes).toEqual([])
  })

  test('is the same, byte for byte, each time', () => {
    expect(JSON.stringify(planFor(adviceFor('typical-left-before-the-scan')))).toBe(JSON.stringify(plan))
  })

  test('says that a step has no due date where the date it counts from is unknown', () => {
    const step = advice.nextSteps[0]
    if (!step) throw new Error('Somebody before the scan has a next step.')
    const vague: Advice = {
      ...advice,
      nextSteps: [{ ...step, dueBy: null, state: 'unknown-anchor', anchor: { fact: 'referral.received', date: null } }],
    }
    const [action] = actionsOf(planFor(vague))
    expect(action?.timingPeriod).toBeUndefined()
    expect(action?.textEquivalent).toContain(
      'No last day: it counts from arrival of the referral, of which nobody knows the day.',
    )
  })

  test('maps urgency to the priorities of FHIR', () => {
    const step = advice.nextSteps[0]
    if (!step) throw new Error('Somebody before the scan has a next step.')
    const urgencies = ['emergency', 'urgent', 'soon', 'routine'] as const
    const plan = planFor({ ...advice, nextSteps: urgencies.map((urgency) => ({ ...step, urgency })) })
    expect(actionsOf(plan).map(({ priority }) => priority)).toEqual(['stat', 'asap', 'urgent', 'routine'])
  })

  // `node scripts/every-care-plan.ts` looks at all of them.
  test('is a valid CarePlan for every eighth example person', () => {
    const some = examples.filter((_, i) => i % 8 === 0)
    const faulty = some.flatMap(({ id }) => faultsOf(planFor(adviceFor(id))).map((fault) => ({ id, ...fault })))
    expect(faulty).toEqual([])
  })

  test('is a valid CarePlan for a pathway with neither steps nor gates, and without a subject', () => {
    const small = smallPathway(stage, {})
    const advice = evaluate(small, emptyChart, { asOf: 20_000, policy: {} })
    expect(faultsOf(carePlanOf(small, advice, { id: 'demo', subject: null }))).toEqual([])
  })
})
