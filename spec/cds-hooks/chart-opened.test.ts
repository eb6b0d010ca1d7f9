import { describe, expect, it } from 'vitest'
import { subject } from './hooks.ts'
import { hooksHere } from './hooks-here.ts'
import { coded, icd, nobody } from './told.ts'

const hooks = hooksHere()
const scanBefore = {
  resourceType: 'DiagnosticReport',
  id: 'scan',
  status: 'final',
  subject,
  code: coded('http://loinc.org', '24590-2'),
  effectiveDateTime: '2026-10-01',
}

describe('whoever the pathway does not concern', () => {
  it.each([
    ['nothing', {}],
    [
      'a scan of the head',
      { diagnosticReport: { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: scanBefore }] } },
    ],
    [
      'a cancer',
      {
        condition: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [{ resource: { resourceType: 'Condition', id: 'c', subject, code: icd('C50.9') } }],
        },
      },
    ],
  ])('with %s on record is left alone when their chart is opened', async (_what, more) => {
    expect(await hooks().cards('patient-view', { prefetch: { ...nobody.prefetch, ...more } })).toEqual([])
  })
})

it('shows words of the record as they stand, never as a link or a heading', async () => {
  const lure = '[press](https://evil.example) <img src=x> **now**'
  const verificationStatus = coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'confirmed')
  const code = icd('G51.32')
  const resource = {
    resourceType: 'Condition',
    id: lure,
    subject,
    code,
    verificationStatus,
    recordedDate: '2026-11-01',
  }
  const condition = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource }] }
  const cards = await hooks().cards('patient-view', { prefetch: { ...nobody.prefetch, condition } })
  expect(cards.map(({ detail }) => detail).join()).toContain('press')
  for (const { detail } of cards) expect(detail).not.toMatch(/[^\\]\]\(https|<img|[^\\]\*\*now/)
})
