import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { roles } from '@facialis/wire'
import { describe, expect, test } from 'vitest'
import { said, stepsOn } from './said-on.ts'
import { and, injected } from './stories.ts'
import { symptom } from './tables.ts'

const day = (n: number): string => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10)

describe('every step', () => {
  test('has an owner among the roles of the clinic', () => {
    for (const step of pathway.steps) expect(roles, step.id).toContain(step.owner)
  })

  test.each([
    [
      'who orders a scan',
      /^(order-mri|repeat-mri|upgrade-order|complete-order|substitute-ct|mri-for-booking)\b/,
      'clinician',
    ],
    ['who answers for a red flag or an emergency', /^(emergency|resolve-flag)\//, 'clinician'],
    ['who signs a diagnosis or judges a lesion', /^(co-)?sign-diagnosis$|^judge-|^acknowledge-/, 'clinician'],
    [
      'who consents to injections with the person, and injects',
      /^(consent-toxin|renew-consent|first-injection)$/,
      'clinician',
    ],
    ['who asks for an exception', /^ask-exception\//, 'clinician'],
    ['who reads a scan', /^(read-study|second-read)$/, 'imaging-reader'],
    ['who talks about an operation, and operates', /^(consent-surgery|operate|complete-operation)$/, 'surgeon'],
    ['who finds a day for a scan or a visit', /^(scan|first-visit|next-session)\b/, 'coordinator'],
    ['who calls after a session or an operation', /^(toxin-call|post-op-call)/, 'nurse'],
  ])('%s is whom the step belongs to', (_, of, owner) => {
    const steps = pathway.steps.filter(({ id }) => of.test(id))
    expect(steps.length).toBeGreaterThan(0)
    for (const step of steps) expect([step.id, step.owner]).toEqual([step.id, owner])
  })

  test('names a rule, says why in one or two sentences, and what doing it can change', () => {
    for (const step of pathway.steps) {
      expect(step.rules.length, step.id).toBeGreaterThan(0)
      expect(step.settles.length, step.id).toBeGreaterThan(0)
      expect(step.text, step.id).toMatch(/\.$/)
    }
    expect(new Set(pathway.steps.map((s) => s.id)).size).toBe(pathway.steps.length)
  })

  test('never speaks of failure, of doses or of certainty', () => {
    for (const { id, label, text } of [...pathway.steps, ...pathway.alerts.map((a) => ({ ...a, label: '' }))])
      expect(`${label} ${text}`, id).not.toMatch(/\bfail|\bcure|\bsafe(?!ty)|guarantee|\d+ ?(U|units|mg)\b/i)
  })

  test('the earliest day follows a site that plans a longer interval', () => {
    const longer = { minimumReinjectionInterval: 112 }
    expect(said(injected, 'next-session', day(111), longer)).toBe(`routine early ${day(140)}`)
    expect(said(injected, 'next-session', day(112), longer)).toBe(`routine due ${day(140)}`)
  })

  test('the most urgent comes first', () => {
    const steps = stepsOn(and(injected, symptom('breathing', '2026-11-23')))
    expect(steps[0]?.id).toBe('emergency-after-toxin')
  })
})
