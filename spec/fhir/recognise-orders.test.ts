import { describe, expect, it } from 'vitest'
import { concept, type Json } from './bundles.ts'
import { migraine, request, seen, spasm, words } from './recognised.ts'

describe('an order is recognised', () => {
  it.each([
    ['by its product, with no reason', request({}), 'order'],
    ['by its reason', request(spasm), 'order'],
    ...['G5132', 'g51.32', 'g513'].map((code): [string, Json, string] => [
      `by its reason, written ${code}`,
      request({ reasonCode: [concept('icd', code)] }),
      'order',
    ]),
    ['by its name in words', request(words('BOTOX 100 units')), 'order'],
    ['by its name with a sign that nobody sees', request(words('Bo\u00adtox')), 'order'],
    ['by its name with a space of no width', request(words('Dys\u200bport')), 'order'],
    ['by its name with a letter of another script', request(words('B\u043etox')), 'order'],
    ['by its name in capitals of another script', request(words('\u0412\u041e\u0422\u041e\u0425')), 'order'],
    [
      'by its code in small letters',
      request({ medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'm03ax01' }] } }),
      'order',
    ],
    ...['BoNT-A', 'BTX-A 20u', 'BTX 20 U', 'toxine botulique', 'Ботулотоксин', 'A型肉毒毒素', 'Nabota', 'Botulax'].map(
      (text): [string, Json, string] => [`by the name ${text}`, request(words(text)), 'order'],
    ),
    ['by the name of what is done', request(words('Chemodenervation facial nerve')), 'order'],
    ['by its name with accents', request(words('Toxina botulínica tipo A')), 'order'],
    ['by its name in wide letters', request(words('\uff22\uff4f\uff54\uff4f\uff58')), 'order'],
    [
      'by what a request says beside its code',
      {
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        code: { text: 'Injection' },
        orderDetail: [{ text: 'Botox 20 units' }],
      },
      'order',
    ],
    [
      'by its procedure',
      { resourceType: 'ServiceRequest', status: 'active', intent: 'order', code: concept('cpt', '64612') },
      'order',
    ],
    ['on hold', request({ status: 'on-hold' }), 'order'],
    ['with a reason in words only, which is no reason', request({ reasonCode: [{ text: 'migraine' }] }), 'order'],
    ['for another reason', request(migraine), 'other-indication'],
    [
      'for another place',
      request({ dosageInstruction: [{ site: concept('snomed', '89837001') }] }),
      'other-indication',
    ],
    ['not when it is another medicine', request(words('Carbamazepine')), 'none'],
    [
      'not when its code is that of another medicine',
      request({ medicationCodeableConcept: concept('rxnorm', '1364430') }),
      'none',
    ],
    [
      'not when it has another place in the list of classes',
      request({ medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'N03AF01' }] } }),
      'none',
    ],
    [
      'as one that nobody can name, by a code alone',
      request({ medicationCodeableConcept: concept('rxnorm', '2002') }),
      'unnamed',
    ],
    [
      'as such a one where its words say nothing',
      request({ medicationCodeableConcept: { ...concept('rxnorm', '2002'), text: '2002' } }),
      'unnamed',
    ],
    [
      'not as such a one when it is a draft',
      request({ medicationCodeableConcept: concept('rxnorm', '2002'), status: 'draft' }),
      'none',
    ],
    ['not when it is a draft', request({ status: 'draft' }), 'none'],
    ['not when it is withdrawn', request({ status: 'entered-in-error' }), 'none'],
    ['not when it says do not', request({ doNotPerform: true }), 'none'],
    ['when it is only reported, and active', request({ reportedBoolean: true }), 'order'],
    ['when it is done the day it was signed', request({ status: 'completed', authoredOn: '2026-11-23' }), 'order'],
    ['not when it is done since', request({ status: 'completed', authoredOn: '2026-11-22' }), 'none'],
    ['not when it is done, and nobody says since when', request({ status: 'completed' }), 'none'],
  ])('%s', (_how, resource, recognised) => {
    expect(seen(resource)).toBe(recognised)
  })

  it('through the medicine it refers to, and not taken on trust when nobody can follow', () => {
    const order = request({ medicationCodeableConcept: undefined, medicationReference: { reference: 'Medication/m' } })
    const medication = { resourceType: 'Medication', id: 'm', code: concept('hcpcs', 'J0588') }
    expect(seen(order, { find: (reference) => (reference === 'Medication/m' ? medication : null) })).toBe('order')
    expect(seen(order)).toBe('unresolved')
  })

  it('through the problem it refers to', () => {
    const order = request({ reasonReference: [{ reference: 'Condition/c' }] })
    const other = { resourceType: 'Condition', id: 'c', code: concept('icd', 'G43.709') }
    expect(seen(order, { find: () => other })).toBe('other-indication')
  })
})
