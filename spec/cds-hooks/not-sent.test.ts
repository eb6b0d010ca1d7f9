import { describe, expect, it } from 'vitest'
import { indicators, type Json, ordersOf, subject, toxin } from './hooks.ts'
import { hooksHere } from './hooks-here.ts'
import { cleared, nobody } from './told.ts'

const hooks = hooksHere()

describe('what was not sent', () => {
  const without = (key: string, prefetch: Json): Json =>
    Object.fromEntries(Object.entries(prefetch).filter(([name]) => name !== key))
  const page = { resourceType: 'Bundle', type: 'searchset', entry: [] }
  const operation = {
    resourceType: 'Procedure',
    id: 'p',
    status: 'completed',
    subject,
    code: { text: 'tonsillectomy' },
  }
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] }

  const withheld = { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'suppressed' }] }

  it.each([
    ['left out', without('procedure', cleared.prefetch)],
    ['an error', { ...cleared.prefetch, procedure: outcome }],
    ['an error within a page', { ...cleared.prefetch, procedure: { ...page, entry: [{ resource: outcome }] } }],
    ['kept back', { ...cleared.prefetch, procedure: { ...page, entry: [{ resource: withheld }] } }],
    ['an entry without a resource', { ...cleared.prefetch, procedure: { ...page, entry: [{ fullUrl: 'x' }] } }],
    [
      'the first page of several',
      { ...cleared.prefetch, procedure: { ...page, link: [{ relation: 'next', url: 'https://ehr.example/2' }] } },
    ],
    ['fewer than there are', { ...cleared.prefetch, procedure: { ...page, total: 3 } }],
    ['a number of them that is none', { ...cleared.prefetch, procedure: { ...page, total: '3' } }],
    [
      'a way on that is no list',
      { ...cleared.prefetch, procedure: { ...page, link: { relation: 'next', url: 'https://ehr.example/2' } } },
    ],
    [
      'a page within a page that goes on',
      { ...cleared.prefetch, procedure: { ...page, entry: [{ resource: { ...page, link: [{ relation: 'next' }] } }] } },
    ],
    ['one alone', { ...cleared.prefetch, procedure: operation }],
    [
      'another type',
      { ...cleared.prefetch, procedure: { ...page, entry: [{ resource: { resourceType: 'Goal', id: 'g' } }] } },
    ],
    ['the patient instead', { ...cleared.prefetch, procedure: cleared.prefetch.patient }],
  ])('%s is named, and keeps a gate from being called open', async (_what, prefetch) => {
    const opened = await hooks().cards('patient-view', { day: cleared.day, prefetch })
    expect(opened.at(-1)?.summary).toContain('procedure records')
    const signing = await hooks().cards('order-sign', { day: cleared.day, prefetch, context: ordersOf(toxin()) })
    expect(indicators(signing)).toEqual(['critical', 'warning'])
    expect(signing[0]?.summary).toContain('procedure records')
  })

  it('is also what a medicine was that nothing here names: no gate is called open over it', async () => {
    const reference = 'https://pharmacy.example/fhir/Medication/7'
    const given = (medicationReference: Json) => ({
      resourceType: 'MedicationAdministration',
      id: 'given',
      status: 'completed',
      subject,
      effectiveDateTime: cleared.day,
      medicationReference,
    })
    const told = (medicationReference: Json) => ({
      day: cleared.day,
      prefetch: {
        ...cleared.prefetch,
        medicationAdministration: { ...page, entry: [{ resource: given(medicationReference) }] },
      },
    })
    const signing = (medicationReference: Json) =>
      hooks().cards('order-sign', { ...told(medicationReference), context: ordersOf(toxin()) })
    expect(await signing({ reference, display: 'Ibuprofen' })).toEqual([])
    const cards = await signing({ reference })
    expect(indicators(cards)).toEqual(['critical', 'warning'])
    expect(cards[0]?.summary).toContain('Not sent completely: names of medicines')
    const opened = await hooks().cards('patient-view', told({ reference }))
    expect(opened.map(({ detail }) => detail).join('\n')).toContain('**Cannot tell**')
  })

  it('nothing at all is named whole, and never read as "no"', async () => {
    const [held] = await hooks().cards('order-sign', { context: ordersOf(toxin()) })
    expect(held?.indicator).toBe('critical')
    const [opened] = await hooks().cards('patient-view', {})
    expect(opened?.indicator).toBe('info')
    expect(opened?.detail).toContain('condition records')
  })

  it('null is the client’s own word that there is none', async () => {
    expect(await hooks().cards('patient-view', nobody)).toEqual([])
  })
})
