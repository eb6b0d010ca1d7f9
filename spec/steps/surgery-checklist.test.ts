import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { surgeryChecklist } from '@facialis/knowledge/decisions/surgery-checklist.ts'
import { defaultPolicy, parseDate } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { resolve } from '../../engine/chart/resolve.ts'
import { detailsOf } from '../../engine/explain/details.ts'
import { collected } from '../../engine/explain/rankings-and-collections.ts'
import { createWorld } from '../../engine/world/create-world.ts'
import { stepsOn } from './said-on.ts'
import { and, chart, evaluated, type Story, session, surgical, today } from './stories.ts'
import { fact, study } from './tables.ts'

type Row = Readonly<{ id: string; list: string; state: string; holds: string }>

const linesOn = (story: Story, on: string = today): readonly Row[] => {
  const asking = { asOf: parseDate(on)?.lo ?? 0, policy: defaultPolicy(pathway.policy) }
  const world = createWorld(resolve(pathway, chart(story, on), asking))
  return collected(surgeryChecklist, world, (item) => detailsOf(item.detail, world, null)).answer as readonly Row[]
}
const stateOf = (id: string, story: Story, on?: string) => linesOn(story, on).find((line) => line.id === id)?.state
const holding = (what: readonly string[], story: Story) =>
  linesOn(story)
    .filter((line) => what.includes(line.holds))
    .map((line) => line.id)
const said = (facts: Readonly<Record<string, string>>): Story => ({ said: Object.entries(facts) })

const everything = {
  'consent.surgery': '2026-11-01',
  audiogram: '2026-10-01',
  baepBaseline: '2026-11-20',
  photographs: '2026-11-20',
  anaesthesiaVisit: '2026-11-20',
  bloods: '2026-11-20',
  bloodThinnerPlan: 'yes',
  botulinumToldSurgeon: 'yes',
  eyeCarePlan: 'yes',
}
const treated = and(surgical, session('2026-05-01'))
const ready = and(treated, said({ ...everything, theatreDate: '2026-12-01' }))
const lacking = (...missing: readonly string[]) =>
  and(
    treated,
    said({
      ...Object.fromEntries(Object.entries(everything).filter(([id]) => !missing.includes(id))),
      theatreDate: '2026-12-01',
    }),
  )

describe('the lists before an operation', () => {
  it('begin with a wish, a date or candidacy', () => {
    expect(linesOn(evaluated)).toEqual([])
    expect(linesOn(surgical).length).toBeGreaterThan(10)
  })
  it('let theatre be booked with diagnosis, MRI, consent talk and an ordered audiogram, and nothing else', () => {
    const story = and(surgical, said({ 'consent.surgery': '2026-11-01', audiogram: '2026-12-10' }))
    expect(holding(['book'], story)).toEqual([])
    expect(holding(['go'], story).length).toBeGreaterThan(3)
  })
  it('are held by an MRI that does not show nerve and vessel', () => {
    const plain: Story = { ...surgical, entries: (surgical.entries ?? []).filter(([kind]) => kind !== 'study') }
    const story = and(
      and(plain, said(everything)),
      study('2026-09-20', { 'study.sequences': ['flair', 't1-contrast'] }),
    )
    expect(holding(['book'], story)).toContain('mri')
    expect(stateOf('mri', story)).toBe('missing')
  })
})

describe('going to theatre', () => {
  it('needs the whole list', () => expect(holding(['book', 'go'], ready)).toEqual([]))
  it('is not held by photographs or scores', () => {
    const story = lacking('photographs')
    expect(stateOf('photographs', story)).toBe('missing')
    expect(holding(['book', 'go'], story)).toEqual([])
  })
  it('counts ages to the theatre date, not to today', () => {
    const moved = (to: string) => and(treated, said({ ...everything, theatreDate: to }))
    expect(stateOf('anaesthesia', moved('2026-12-20'))).toBe('done')
    expect(stateOf('anaesthesia', moved('2026-12-21'))).toBe('too-old')
    expect(stateOf('mri', moved('2027-09-20'))).toBe('done')
    expect(stateOf('mri', moved('2027-09-21'))).toBe('too-old')
  })
  it('takes an audiogram that is only planned as ordered, and as not yet done', () => {
    const story = and(lacking('audiogram'), fact('audiogram', '2026-11-28'))
    expect(stateOf('audiogram', story)).toBe('planned')
    expect(holding(['book'], story)).toEqual([])
    expect(holding(['go'], story)).toEqual(['audiogram'])
  })
  it('asks about toxin only where there was toxin', () => {
    expect(stateOf('toxin-told', lacking('botulinumToldSurgeon'))).toBe('missing')
    expect(stateOf('toxin-told', surgical)).toBeUndefined()
  })
  it('needs the risk class beside the anaesthetic visit', () => {
    const unclassed: Story = { ...ready, said: (ready.said ?? []).filter(([id]) => id !== 'asa') }
    expect(stateOf('anaesthesia', unclassed)).toBe('not-asked')
  })
  it('reads a month as its first day, so that nothing counts for too long', () => {
    const story = and(lacking('anaesthesiaVisit'), fact('anaesthesiaVisit', '2026-11'))
    expect(stateOf('anaesthesia', story)).not.toBe('done')
  })
})

describe('a line and its step', () => {
  const stepOf = {
    consent: 'consent-surgery',
    baseline: 'monitoring-baseline',
    audiogram: 'audiogram-before-surgery',
    anaesthesia: 'anaesthesia-before-surgery',
    bloods: 'bloods-before-surgery',
    thinner: 'blood-thinner-plan',
    'toxin-told': 'tell-surgeon-of-toxin',
    eye: 'eye-care-plan',
  }
  it.each([
    ['nothing done', and(treated, fact('theatreDate', '2026-12-01'))],
    ['everything done', ready],
    ['an audiogram too old by theatre', and(lacking('audiogram'), fact('audiogram', '2026-05-01'))],
    ['an audiogram only ordered', and(lacking('audiogram'), fact('audiogram', '2026-11-28'))],
    ['no blood-thinner plan', lacking('bloodThinnerPlan')],
  ])('agree after %s', (_, story) => {
    const open = stepsOn(story).map((step) => step.id)
    for (const [line, step] of Object.entries(stepOf))
      expect(open.includes(step), `${line} is ${stateOf(line, story)}`).toBe(stateOf(line, story) !== 'done')
  })
})
