import { resourcesOfAct } from '@facialis/fhir'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { administration, concept, type Json, procedure, subject } from './bundles.ts'
import { migraine, recordedAfter, seen, words } from './recognised.ts'

describe('an administration is recognised', () => {
  it.each([
    ['today', administration({ effectiveDateTime: '2026-11-23T08:00:00Z' }), 'prospective'],
    ['tomorrow', administration({ effectiveDateTime: '2026-11-24' }), 'prospective'],
    ['on no stated day', administration({ effectiveDateTime: undefined }), 'prospective'],
    ['in a month that is not over', administration({ effectiveDateTime: '2026-11' }), 'prospective'],
    ['as a procedure', procedure({ performedDateTime: '2026-11-23' }), 'prospective'],
    ['by its name in words', administration({ ...words('Dysport'), effectiveDateTime: '2026-11-23' }), 'prospective'],
    [
      'as our own observation of a session',
      {
        resourceType: 'Observation',
        id: 's',
        status: 'final',
        effectiveDateTime: '2026-11-23',
        code: { coding: [{ system: 'https://facialis.invalid/entry', code: 'session' }] },
      },
      'prospective',
    ],
    [
      'as an answer in a form',
      {
        resourceType: 'QuestionnaireResponse',
        id: 'q',
        status: 'completed',
        authored: '2026-11-23',
        item: [{ linkId: 'session.units', answer: [{ valueDecimal: 20 }] }],
      },
      'prospective',
    ],
    ['yesterday: history', administration({ effectiveDateTime: '2026-11-22' }), 'history'],
    [
      'today, though written down after downtime',
      administration({ ...recordedAfter('downtime'), effectiveDateTime: '2026-11-23' }),
      'prospective',
    ],
    [
      'tomorrow, though marked as history',
      administration({ ...recordedAfter('elsewhere'), effectiveDateTime: '2026-11-24' }),
      'prospective',
    ],
    ['for another reason', administration({ ...migraine, effectiveDateTime: '2026-11-23' }), 'other-indication'],
    ['not when it was not done', administration({ status: 'not-done', effectiveDateTime: '2026-11-23' }), 'none'],
    ['not when it is another medicine', administration(words('Carbamazepine')), 'none'],
    [
      'today, as one that nobody can name',
      administration({ medicationCodeableConcept: concept('rxnorm', '2002'), effectiveDateTime: '2026-11-23' }),
      'unnamed',
    ],
    [
      'not when nobody can name it and it lies back',
      administration({ medicationCodeableConcept: concept('rxnorm', '2002'), effectiveDateTime: '2026-11-22' }),
      'none',
    ],
    [
      'not in a note',
      { resourceType: 'Communication', status: 'completed', payload: [{ contentString: 'botox today' }] },
      'none',
    ],
  ])('%s', (_when, resource, recognised) => {
    expect(seen(resource)).toBe(recognised)
  })

  it('as given elsewhere where it says so and nobody of ours gave it', () => {
    const given = (why: string, more: Json = {}) =>
      administration({
        effectiveDateTime: '2026-11-23',
        performer: [{ actor: { reference: 'Practitioner/x' } }],
        ...recordedAfter(why),
        ...more,
      })
    const isOurs = ({ reference }: Json) => reference === 'Practitioner/ours'
    expect(seen(given('elsewhere'), { isOurs })).toBe('history')
    expect(seen(given('elsewhere'), { isOurs: ({ reference }) => reference === 'Practitioner/x' })).toBe('prospective')
    expect(seen(given('elsewhere'))).toBe('prospective')
    expect(seen(given('late'), { isOurs })).toBe('prospective')
    expect(seen(given('elsewhere', { performer: undefined }), { isOurs })).toBe('prospective')
    for (const effectiveDateTime of [undefined, '2026', '2026-11'])
      expect(seen(given('elsewhere', { performer: undefined, effectiveDateTime }), { isOurs })).toBe('history')
    expect(seen(given('downtime', { effectiveDateTime: '2026-11' }), { isOurs })).toBe('prospective')
  })

  it('in every resource a session of our own is written as', () => {
    let next = 0
    const written = resourcesOfAct(
      hemifacialSpasm,
      {
        kind: 'toxin-session',
        date: '2026-11-23',
        entries: [
          {
            kind: 'session',
            date: '2026-11-23',
            fields: { product: 'onabotulinumtoxinA', units: 20, indication: 'hfs', side: 'left' },
          },
        ],
      },
      {
        patientId: 'p',
        actor: { id: 'a', name: 'Dr Demo', role: 'clinician' },
        at: '2026-11-23T10:00:00Z',
        newId: () => `i${++next}`,
      },
    )
    if (!written.ok) throw new Error(written.problem.sentence)
    expect(written.value.map(({ resourceType }) => resourceType)).toEqual([
      'Observation',
      'Procedure',
      'MedicationAdministration',
    ])
    for (const resource of written.value) expect(seen(resource)).toBe('prospective')
  })

  describe('by what was used in it, as by its own code', () => {
    const using = (link: Json, more: Json = {}): Json =>
      procedure({ code: { text: 'injection' }, performedDateTime: '2026-11-23', usedReference: [link], ...more })
    const inside = (product: Json): Json => using({ reference: '#u' }, { contained: [{ id: 'u', ...product }] })
    const botox = concept('hcpcs', 'J0585')
    const kept = { resourceType: 'Medication', id: 'm', code: botox }
    const find = (reference: string) => (reference === 'Medication/m' ? kept : null)
    const past = { performedDateTime: '2026-05-04' }
    it.each([
      ['a medicine inside', inside({ resourceType: 'Medication', code: botox }), 'prospective'],
      ['a medicine inside, in words', inside({ resourceType: 'Medication', code: { text: 'Botox' } }), 'prospective'],
      [
        'what a medicine inside is made of',
        inside({ resourceType: 'Medication', ingredient: [{ itemCodeableConcept: botox }] }),
        'prospective',
      ],
      ['a device inside', inside({ resourceType: 'Device', type: { text: 'syringe, Dysport' } }), 'prospective'],
      [
        'the name of a device inside',
        inside({ resourceType: 'Device', deviceName: [{ name: 'Xeomin prefilled', type: 'user-friendly-name' }] }),
        'prospective',
      ],
      [
        'what is written on a substance',
        inside({ resourceType: 'Substance', code: { text: 'powder' }, description: 'Botox, 100 U' }),
        'prospective',
      ],
      [
        'the maker of a device',
        inside({ resourceType: 'Device', type: { text: 'vial' }, manufacturer: 'Demo Botulinum Works' }),
        'prospective',
      ],
      [
        'the model of a device',
        inside({ resourceType: 'Device', type: { text: 'syringe' }, modelNumber: 'DYSPORT-300' }),
        'prospective',
      ],
      [
        'a device that was put in',
        procedure({
          code: { text: 'injection' },
          performedDateTime: '2026-11-23',
          focalDevice: [{ manipulated: { display: 'Botox vial' } }],
        }),
        'prospective',
      ],
      [
        'unknown: a description of what says nothing else',
        inside({ resourceType: 'Substance', description: 'see label' }),
        'unresolved',
      ],
      [
        'none: an implant that nobody can look up',
        procedure({
          code: { text: 'decompression' },
          performedDateTime: '2026-11-23',
          focalDevice: [{ manipulated: { reference: 'Device/implant' } }],
        }),
        'none',
      ],
      ['a substance inside', inside({ resourceType: 'Substance', code: botox }), 'prospective'],
      ['a medicine kept by itself', using({ reference: 'Medication/m' }), 'prospective'],
      ['words on a reference', using({ display: 'Botox 100 units' }), 'prospective'],
      ['a medicine kept by itself, long ago', using({ reference: 'Medication/m' }, past), 'history'],
      ['for another reason', using({ reference: 'Medication/m' }, migraine), 'other-indication'],
      ['not another medicine', inside({ resourceType: 'Medication', code: { text: 'lidocaine' } }), 'none'],
      ['not another device', inside({ resourceType: 'Device', type: { text: 'needle' } }), 'none'],
      ['not another word', using({ display: 'lidocaine' }), 'none'],
      ['unknown: a medicine that is not here', using({ reference: 'Medication/x' }), 'unresolved'],
      ['unknown: a device that is not here', using({ reference: 'Device/x' }), 'unresolved'],
      ['unknown: one that is not inside', using({ reference: '#x' }), 'unresolved'],
      ['unknown: a number only', using({ identifier: { value: '4711' } }), 'unresolved'],
      ['unknown: a medicine that says nothing', inside({ resourceType: 'Medication' }), 'unresolved'],
      [
        'unknown: a medicine made of what is elsewhere',
        inside({ resourceType: 'Medication', ingredient: [{ itemReference: { reference: 'Substance/x' } }] }),
        'unresolved',
      ],
      ...(['itemReference', 'substanceReference'] as const).flatMap((by): readonly [string, Json, string][] => {
        const madeOf = (part: Json) =>
          procedure({
            code: { text: 'injection' },
            performedDateTime: '2026-11-23',
            contained: [
              {
                resourceType: 'Medication',
                id: 'kit',
                code: { text: 'Kit 2' },
                ingredient: [{ [by]: { reference: '#part' } }],
              },
              { id: 'part', ...part },
            ],
            usedReference: [{ reference: '#kit' }],
          })
        return [
          [
            `a substance that a medicine inside names by ${by}`,
            madeOf({ resourceType: 'Substance', code: botox }),
            'prospective',
          ],
          [
            `a medicine that a medicine inside names by ${by}, in words`,
            madeOf({ resourceType: 'Medication', code: { text: 'Botox' } }),
            'prospective',
          ],
          [
            `not another that it names by ${by}`,
            madeOf({ resourceType: 'Substance', code: { text: 'lidocaine' } }),
            'none',
          ],
          [`unknown: one that says nothing, named by ${by}`, madeOf({ resourceType: 'Substance' }), 'unresolved'],
          [
            `unknown: one that names itself by ${by} alone`,
            madeOf({ resourceType: 'Substance', ingredient: [{ [by]: { reference: '#part' } }] }),
            'unresolved',
          ],
        ]
      }),
      ['unknown, whatever the words', using({ reference: 'Medication/x', display: 'lidocaine' }), 'unresolved'],
      [
        'unknown, beside one that is known',
        using({ display: 'gauze' }, { usedReference: [{ display: 'gauze' }, { reference: 'Device/x' }] }),
        'unresolved',
      ],
      ['no matter any more, long ago', using({ reference: 'Device/x' }, past), 'none'],
    ])('%s', (_by, resource, recognised) => {
      expect(seen(resource, { find })).toBe(recognised)
    })
  })

  it('as a statement of today by one of us, and not taken on trust when nobody can follow', () => {
    const statement = (more: Json): Json => ({
      resourceType: 'MedicationStatement',
      status: 'active',
      subject,
      medicationReference: { reference: 'Medication/m' },
      effectiveDateTime: '2026-11-23',
      ...more,
    })
    const kept = { resourceType: 'Medication', id: 'm', code: concept('hcpcs', 'J0585') }
    expect(seen(statement({}), { find: () => kept })).toBe('prospective')
    expect(seen(statement({}))).toBe('unresolved')
    expect(seen(statement({ effectiveDateTime: '2026-05-04' }))).toBe('none')
    expect(seen(statement({ informationSource: { reference: 'Patient/p' } }))).toBe('none')
    expect(seen(statement({ status: 'intended' }), { find: () => kept })).toBe('none')
  })

  it('whatever it pretends to be told by', () => {
    const hidden = administration({
      effectiveDateTime: '2026-11-23',
      extension: [
        { url: 'https://facialis.invalid/StructureDefinition/told-by', valueReference: { reference: 'Observation/x' } },
      ],
    })
    expect(seen(hidden)).toBe('prospective')
  })
})
