import { describe, expect, it } from 'vitest'
import { pathway } from '../pathway.ts'
import {
  actKindAt,
  isSessionToCome,
  isToCome,
  samePart,
  targetAddress,
  targetOf,
  targetOfStep,
} from './screen-target.ts'

const step = (id: string, missing: readonly string[] = []) => targetOfStep({ id, missing })

describe('a step leads to the place where it is done', () => {
  it.each([
    ['renew-consent', 'injection', 'consent'],
    ['ask-exception/mri-impossible', 'injection', 'gate'],
    ['refer-lesion', 'follow-up', 'closure'],
    ['judge-relevance', 'imaging', 'studies'],
    ['acknowledge-report', 'imaging', 'studies'],
    ['order-mri', 'imaging', 'request'],
    ['mri-before-surgery', 'imaging', 'request'],
    ['ask-mri-safety', 'imaging', 'impossible'],
    ['triage', 'triage', undefined],
    ['next-session', 'injection', undefined],
    ['toxin-call', 'follow-up', 'call'],
    ['post-op-call-2', 'surgery', 'call'],
    ['bloods-before-surgery', 'surgery', 'work-up'],
    ['operate', 'surgery', 'operation'],
    ['baseline-score', 'follow-up', 'scores'],
    ['spasm-month-1', 'follow-up', 'spasm'],
    ['discharge', 'follow-up', 'closure'],
    ['pregnancy-talk', 'injection', 'chair'],
  ])('%s: %s, %s', (id, screen, part) => {
    expect(step(id)).toEqual(part === undefined ? { screen } : { screen, part })
  })

  it('and to the question that is open there', () => {
    expect(step('describe-spasm', ['ph.cn7Only', 'dx.class'])).toEqual({ screen: 'evaluate', ask: 'ph.cn7Only' })
    expect(step('ask-red-flags', ['rf.cancer'])).toEqual({ screen: 'evaluate', ask: 'screen.red-flags' })
    expect(step('resolve-flag/rf.cancer', ['study'])).toEqual({ screen: 'evaluate', ask: 'rf.cancer' })
    expect(step('reaffirm-diagnosis', ['visit', 'dx.class'])).toEqual({ screen: 'evaluate', ask: 'dx.class' })
  })

  it('every step of the pathway: the screen can settle something of what the step waits for', () => {
    // A phone call is a visit, and complaints are told in it.
    const told: Readonly<Record<string, readonly string[]>> = { visit: ['follow-up', 'surgery'], symptom: ['surgery'] }
    const stray = pathway.steps.filter(({ id, settles }) => {
      const { screen } = step(id)
      return !settles.some((one) => targetOf(one.id).screen === screen || told[one.id]?.includes(screen))
    })
    expect(stray.map(({ id }) => id)).toEqual([])
  })

  it('says the address, with the question or the part of the page', () => {
    expect(targetAddress('a/b', targetOf('ph.brief'))).toBe('/patients/a%2Fb/evaluate?ask=ph.brief')
    expect(targetAddress('7', targetOf('study.acknowledged'))).toBe('/patients/7/imaging#studies')
    expect(samePart(targetOf('mri.tumour'), targetOf('study'))).toBe(true)
  })
})

it.each([
  ['first-visit', true],
  ['first-visit-urgent', true],
  ['describe-spasm', false],
  ['toxin-call', false],
])('%s is that the person comes: %s', (id, comes) => {
  expect(isToCome({ id })).toBe(comes)
})

it.each([
  ['next-session', true],
  ['next-session-worn-off', true],
  ['ask-session-date', false],
  ['first-visit', false],
])('%s is that the person comes to be injected: %s', (id, comes) => {
  expect(isSessionToCome({ id })).toBe(comes)
})

it.each([
  ['triage', 'triage'],
  ['describe-spasm', 'visit'],
  ['order-mri', 'imaging-order'],
  ['judge-relevance', 'imaging-read'],
  ['ask-exception/mri-impossible', 'exception'],
  ['next-session', 'toxin-session'],
  ['operate', 'operation'],
  ['post-op-call-2', 'call'],
  ['baseline-score', 'score'],
  ['discharge', 'closure'],
])('where %s is done, an act of the kind %s is recorded', (id, kind) => {
  expect(actKindAt(step(id))).toBe(kind)
})
