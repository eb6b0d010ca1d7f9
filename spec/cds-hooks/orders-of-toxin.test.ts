import { describe, expect, it } from 'vitest'
import { headMri, indicators, type Json, ordersOf, subject, toldOf, toxin } from './hooks.ts'
import { hooksHere } from './hooks-here.ts'
import { beforeTheScan, cleared, coded, icd, nobody } from './told.ts'

const hooks = hooksHere()
const unread = { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '197361' }] }
const both = { coding: ['64612', '64616'].map((code) => ({ system: 'http://www.ama-assn.org/go/cpt', code })) }
const unconfirmed = {
  prefetch: {
    ...nobody.prefetch,
    condition: {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [{ resource: { resourceType: 'Condition', id: 'c', subject, code: icd('G51.32') } }],
    },
  } as Json,
}

describe('an order of toxin', () => {
  it.each([
    ['for nothing that is said, in somebody with spasm and no scan', beforeTheScan, toxin(), ['critical']],
    ['for spasm, likewise', beforeTheScan, toxin({ reasonCode: [icd('G51.32')] }), ['critical']],
    [
      'by its product code',
      beforeTheScan,
      toxin({ medicationCodeableConcept: coded('http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'J0585') }),
      ['critical'],
    ],
    ['that is said to be only reported', beforeTheScan, toxin({ reportedBoolean: true }), ['critical']],
    ['still without a status', beforeTheScan, toxin({ status: undefined, intent: 'plan' }), ['critical']],
    [
      'as a procedure that is asked for',
      beforeTheScan,
      headMri({ code: coded('http://www.ama-assn.org/go/cpt', '64612') }),
      ['critical'],
    ],
    ['for migraine is not held, and said to count', beforeTheScan, toxin({ reasonCode: [icd('G43.709')] }), ['info']],
    ['once everything is ruled out and signed', cleared, toxin(), []],
    ['where only caution is asked for', toldOf('chair-doac'), toxin(), ['warning']],
    ['covered by a standing exception', toldOf('exception-mri-booked'), toxin(), ['warning']],
    ['for nothing that is said, in somebody whom the pathway does not concern', nobody, toxin(), ['info']],
    ['for migraine, in such a person', nobody, toxin({ reasonCode: [icd('G43.709')] }), []],
    ['for spasm, in somebody of whom nothing is known', nobody, toxin({ reasonCode: [icd('G51.32')] }), ['critical']],
    [
      'for nothing that is said, where spasm is on the list and nobody has confirmed it',
      unconfirmed,
      toxin(),
      ['critical'],
    ],
    ['that says what not to do', beforeTheScan, toxin({ doNotPerform: true }), []],
    ['that was stopped', beforeTheScan, toxin({ status: 'stopped' }), []],
    ['of another medicine', beforeTheScan, toxin({ medicationCodeableConcept: { text: 'Amoxicillin' } }), []],
    [
      'of a medicine that nobody here can name',
      beforeTheScan,
      toxin({ medicationCodeableConcept: unread }),
      ['warning'],
    ],
    [
      'whose note names toxin',
      beforeTheScan,
      toxin({ medicationCodeableConcept: { text: 'saline' }, note: [{ text: 'Botox' }] }),
      ['warning'],
    ],
    [
      'for migraine, whose note names the spasm',
      beforeTheScan,
      toxin({ reasonCode: [icd('G43.709')], note: [{ text: 'and the hemifacial spasm' }] }),
      ['warning', 'info'],
    ],
    ['of such a one, while the gate is open', cleared, toxin({ medicationCodeableConcept: unread }), []],
    [
      'of such a one, in somebody whom the pathway does not concern',
      nobody,
      toxin({ medicationCodeableConcept: unread }),
      [],
    ],
    [
      'of both the face and the neck, for the neck alone',
      beforeTheScan,
      { ...headMri(), code: both, reasonCode: [icd('G24.3')] },
      ['critical'],
    ],
    [
      'by a reference that leads nowhere',
      beforeTheScan,
      toxin({ medicationCodeableConcept: undefined, medicationReference: { reference: 'Medication/x' } }),
      ['warning'],
    ],
    [
      'by such a reference, whose words name toxin',
      beforeTheScan,
      toxin({
        medicationCodeableConcept: undefined,
        medicationReference: { reference: 'Medication/x', display: 'Botox' },
      }),
      ['critical'],
    ],
  ] as const)('%s', async (_what, told, order, expected) => {
    expect(indicators(await hooks().cards('order-sign', { ...told, context: ordersOf(order) }))).toEqual(expected)
  })

  it('by a reference is followed among what was sent', async () => {
    const order = (reference: string) =>
      toxin({ medicationCodeableConcept: undefined, medicationReference: { reference } })
    const vial = { resourceType: 'Medication', id: 'vial', code: { text: 'onabotulinumtoxinA' } }
    const page = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: vial }] }
    const prefetch = { ...beforeTheScan.prefetch, medicationRequest: page }
    // Also a version of it.
    for (const reference of ['Medication/vial', 'Medication/vial/_history/2']) {
      const call = { ...beforeTheScan, prefetch, context: ordersOf(order(reference)) }
      expect(indicators(await hooks().cards('order-sign', call)), reference).toEqual(['critical'])
    }
  })

  it('names the person, and is selected, by a version too', async () => {
    const orders = ordersOf(toxin({ subject: { reference: 'Patient/demo/_history/3' } }))
    const context = { ...orders, selections: ['MedicationRequest/toxin-1/_history/1'] }
    expect(indicators(await hooks().cards('order-select', { ...beforeTheScan, context }))).toEqual(['critical'])
  })

  it('tells the facts used in words that people read', async () => {
    const [card] = await hooks().cards('order-sign', { ...beforeTheScan, context: ordersOf(toxin()) })
    expect(card?.detail).toContain('- ruling out a tumour: open\n- ruling out a vascular malformation: open\n')
    const [operated] = await hooks().cards('patient-view', toldOf('two-free-years'))
    expect(operated?.summary).toMatch(/^Follow-up\. Next: /)
    expect(operated?.detail).toMatch(/^- kind of operation: microvascular decompression \(2026-01-12, /m)
    expect(operated?.detail).toContain('- stage: follow-up\n')
  })

  it('names what is missing, and offers to take the order back', async () => {
    const [card] = await hooks().cards('order-sign', { ...beforeTheScan, context: ordersOf(toxin()) })
    expect(card?.detail).toMatch(/\*\*Not known\*\*\n\n- imaging study/)
    expect(card?.suggestions?.[0]?.actions).toMatchObject([{ type: 'delete', resourceId: 'MedicationRequest/toxin-1' }])
    expect(card?.selectionBehavior).toBe('at-most-one')
  })

  it('is judged while it is selected, and not while another one is', async () => {
    const orders = ordersOf(toxin(), toxin({ id: 'other', medicationCodeableConcept: { text: 'Amoxicillin' } }))
    const select = (...selections: readonly string[]) =>
      hooks().cards('order-select', { ...beforeTheScan, context: { ...orders, selections } })
    expect(indicators(await select('MedicationRequest/toxin-1'))).toEqual(['critical'])
    expect(indicators(await select('toxin-1'))).toEqual(['critical'])
    expect(await select('MedicationRequest/other')).toEqual([])
  })
})
