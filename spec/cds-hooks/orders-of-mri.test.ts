import { validation } from '@facialis/server/fhir/r4/definitions.ts'
import { describe, expect, it } from 'vitest'
import { headMri, type Json, ordersOf, subject } from './hooks.ts'
import { hooksHere } from './hooks-here.ts'
import { beforeTheScan, coded, icd, nobody } from './told.ts'

const hooks = hooksHere()

describe('an order of an MRI of the head', () => {
  const mri = (more: Json = {}, told = beforeTheScan) =>
    hooks().cards('order-select', {
      ...told,
      context: { ...ordersOf(headMri(more)), selections: ['ServiceRequest/mri-1'] },
    })

  it('without the heavily T2-weighted sequence gets a suggestion that adds it and leaves the rest as it was', async () => {
    const [card] = await mri({ priority: 'routine', note: [{ text: 'Afraid of narrow rooms' }] })
    expect(card?.indicator).toBe('warning')
    const [action] = card?.suggestions?.[0]?.actions ?? []
    const order = action?.type === 'update' ? action.resource : null
    expect(order).toMatchObject({ ...headMri(), priority: 'routine', note: [{ text: 'Afraid of narrow rooms' }] })
    const details = (order?.orderDetail ?? []) as readonly Readonly<{ text: string }>[]
    expect(details.map(({ text }) => text).join()).toContain('heavily T2-weighted')
    expect((await validation())(order as Json)).toEqual([])
    // Taken, there is nothing left to say.
    const context = { ...ordersOf(order as Json), selections: ['ServiceRequest/mri-1'] }
    expect(await hooks().cards('order-select', { ...beforeTheScan, context })).toEqual([])
  })

  it('is not asked to be completed once it is signed as suggested', async () => {
    const { day, prefetch } = beforeTheScan
    const signed = async (order: Json) => {
      const entry = [{ resource: { ...order, status: 'active', authoredOn: day } }]
      const serviceRequest = { resourceType: 'Bundle', type: 'searchset', entry }
      const cards = await hooks().cards('patient-view', { day, prefetch: { ...prefetch, serviceRequest } })
      return cards.at(-1)?.detail ?? ''
    }
    const [card] = await mri()
    const [action] = card?.suggestions?.[0]?.actions ?? []
    expect(await signed(headMri())).toContain('Add the missing sequences')
    expect(await signed(action?.type === 'update' ? action.resource : {})).not.toContain('Add the missing sequences')
  })

  it.each([
    ['that names the sequences in words of its own', { orderDetail: [{ text: 'with CISS and TOF-MRA' }] }, 0],
    ['that names one of the two', { note: [{ text: 'FIESTA please' }] }, 1],
    ['that names them beside what it does without', { note: [{ text: 'No contrast, FIESTA and TOF-MRA please' }] }, 0],
    ['without one thing and with the others', { note: [{ text: 'Without contrast, with CISS, with TOF MRA' }] }, 0],
    ...[
      'Not only FIESTA, TOF-MRA too',
      'Nicht nur FIESTA, auch TOF-MRA',
      'Pas que FIESTA, TOF-MRA aussi',
      'Ohne KM FIESTA und TOF-MRA',
      'Without gad CISS, TOF-MRA',
      'No CT FIESTA and TOF-MRA',
      'Nicht ohne FIESTA, TOF-MRA',
      'Never without CISS and TOF-MRA',
      'Do not omit FIESTA; TOF-MRA',
      'Order no 12 FIESTA, TOF-MRA',
    ].map((text): [string, Json, number] => [`that says “${text}”`, { note: [{ text }] }, 0]),
    ['for headache', { reasonCode: [icd('R51.9')] }, 0],
    ['of the knee', { code: coded('http://loinc.org', '36801-9') }, 0],
  ])('%s', async (_what, more, count) => {
    expect(await mri(more)).toHaveLength(count)
  })

  it.each([
    'no FIESTA',
    'No 3D FIESTA, TOF-MRA only',
    'FIESTA not required',
    'FIESTA: not available here',
    'no TOF or FIESTA',
    'FIESTA cancelled',
    'ohne CISS',
    'keine FIESTA',
    'CISS nicht verfügbar',
    'sans FIESTA',
    'FIESTA non disponible',
    'sin FIESTA',
    'FIESTA no disponible',
    'sem a FIESTA',
    'senza FIESTA',
    'geen FIESTA',
    'FIESTA niet nodig',
    'no need for FIESTA',
    'w/o FIESTA',
    'omit FIESTA',
    'FIESTA isn’t needed',
    'FIESTA not done',
    'weder CISS noch FIESTA',
    'FIESTA wird nicht benötigt',
    'sans la séquence FIESTA',
    'senza la sequenza FIESTA',
    'niet FIESTA',
    'FIESTA hoeft niet',
  ])('that says “%s” lacks it', async (text) => {
    const [card] = await mri({ note: [{ text }] })
    expect(card?.summary).toMatch(/^This order lacks: 3D heavily T2-weighted/)
  })

  const words = (text: string) => ({ text })
  const snomed = (code: string) => coded('http://snomed.info/sct', code)
  it.each<[string, Json]>([
    ['MRI of the brain', words('MRI of the brain')],
    ['MRT Schädel', words('MRT Schädel')],
    ['Schädel-MRT', words('Schädel-MRT')],
    ['cMRT', words('cMRT nativ und mit KM')],
    ['IRM cérébrale', words('IRM cérébrale')],
    ['Resonancia magnética de cráneo', words('Resonancia magnética de cráneo')],
    ...[
      ...[
        'MRI brain without contrast',
        'MRI brain, no CT available',
        'MRI brain with MR angiography',
        'MRI brain and spine',
        'No CT MRI brain',
        'Kein CT MRT Schädel',
      ],
      ...[
        'MRI brain, CT cancelled',
        'MRI brain, no previous CT',
        'MRI brain, contrast not required',
        'MRI brain; compare with the outside MRI',
        'MRI brain, spine not required',
        'MRI brain for functional neurological disorder',
        'MRT Schädel, CT nicht nötig',
        'IRM cérébrale, scanner annulé',
      ],
      ...['Kraniales MRT', 'MRT Schaedel nativ', 'c-MRT', 'MRT Kleinhirnbrückenwinkel', 'IRM du cerveau'],
      ...['IRM des angles ponto-cérébelleux', 'RNM de cerebro', 'Resonancia cerebral', 'Ressonância da cabeça'],
      ...['RM do crânio', 'Risonanza magnetica del capo', 'RM dell’encefalo', 'MRI schedel'],
    ].map((text) => [text, words(text)] satisfies [string, Json]),
    ['a local code that is shown in words', { coding: [{ system: 'urn:demo', code: 'x', display: 'MR Brain wo' }] }],
    ['a SNOMED code', snomed('816077007')],
    ['a SNOMED code of a side', snomed('816077007:272741003=7771000')],
    [
      'a SNOMED code of a side, with words',
      snomed('816077007 |MRI of brain| : 272741003 |Laterality| = 7771000 |Left|'),
    ],
  ])('is known as %s, ordered for spasm, and completed as it is written', async (_, code) => {
    const [card, ...more] = await mri({ code, reasonCode: [icd('G51.32')] })
    expect([card?.summary, more]).toEqual([expect.stringMatching(/^This order lacks: 3D heavily T2-weighted/), []])
    const [action] = card?.suggestions?.[0]?.actions ?? []
    expect(action?.type === 'update' ? action.resource.code : null).toEqual(code)
  })

  it.each<[string, Json]>([
    ['MRI of the knee', words('MRI of the knee')],
    ['another bone with a head', words('MRI of the femoral head')],
    ['CT of the head', words('CT head (no MRI: pacemaker)')],
    ['words within others', words('Primary headrest')],
    ...[
      ...[
        'MRI whole spine without brain',
        'MRT HWS, kein Schädel',
        'MRT HWS ohne den Schädel',
        'IRM du rachis sans la tête',
      ],
      ...[
        'RM de columna sin cráneo',
        'RM de coluna, sem crânio',
        'RM rachide senza encefalo',
        'No MRI of the brain: EEG',
      ],
      ...['MR angiography of the head', 'Angio-IRM cérébrale', 'MR venography, head', 'PET/MRI brain', 'TC cranio'],
      ...['MRI cervical spine, head coil', 'MRI craniocervical junction', 'RM testa omerale'],
      ...[
        'MRI cervical spine, brain not required',
        'Brain MRI no longer needed',
        'MRI brain (cancelled)',
        'CANCELLED: MRI of the brain',
        'Cancel the MRI brain',
        'Discontinue MRI brain',
        'MRI brain has been cancelled',
        'EEG; no previous MRI brain',
        'Functional MRI brain',
        'Review of an outside MRI of the brain',
        'Second opinion on outside brain MRI',
      ],
      ...[
        'MRT HWS, Schädel nicht erforderlich',
        'Schädel-MRT storniert',
        'MRT Schädel entfällt',
        'MRT Kopf nicht nötig',
      ],
      ...['Funktionelle MRT Gehirn', 'Zweitbefundung auswärtiges MRT Schädel'],
      ...['IRM cérébrale annulée', 'IRM cérébrale n’est plus nécessaire', 'IRM fonctionnelle cérébrale'],
      ...['Relecture d’une IRM cérébrale', 'Resonancia cerebral cancelada', 'RM de cerebro no necesaria'],
      ...['RM funcional cerebral', 'Segunda opinión de RM cerebral', 'Ressonância da cabeça cancelada'],
      ...[
        'RM do crânio não necessária',
        'Revisão de RM do crânio',
        'RM encefalo annullata',
        'RM encefalo non necessaria',
      ],
      ...['Risonanza magnetica funzionale encefalo', 'Revisione di RM encefalo', 'MRI schedel geannuleerd'],
      ...['MRI hersenen niet nodig', 'Functionele MRI hersenen', 'Herbeoordeling MRI hersenen'],
    ].map((text) => [text, words(text)] satisfies [string, Json]),
    ['no scan', words('Referral to the brain clinic')],
    ['another SNOMED code', snomed('8160770071')],
  ])('is not seen in %s', async (_, code) => {
    expect(await mri({ code, reasonCode: [icd('G51.32')] })).toEqual([])
  })

  it('asks for contrast, too, while a red flag is open', async () => {
    const flag = { coding: [{ system: 'https://facialis.invalid/fact', code: 'rf.facialNumb' }] }
    const told = { resourceType: 'Observation', id: 'flag', status: 'final', subject, code: flag, valueBoolean: true }
    const before = beforeTheScan.prefetch.observation as Readonly<{ entry: readonly unknown[] }>
    const observation = { ...before, total: before.entry.length + 1, entry: [...before.entry, { resource: told }] }
    const [card] = await mri({}, { ...beforeTheScan, prefetch: { ...beforeTheScan.prefetch, observation } })
    expect(card?.detail).toContain('T1 before and after contrast')
  })

  it('for spasm is looked at, and one for no stated reason is not, where the pathway is not the person’s', async () => {
    expect(await mri({}, { ...beforeTheScan, ...nobody })).toEqual([])
    expect(await mri({ reasonCode: [icd('G51.32')] }, { ...beforeTheScan, ...nobody })).toHaveLength(1)
  })
})
