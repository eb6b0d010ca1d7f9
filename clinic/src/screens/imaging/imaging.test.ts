import type { PlainValue } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import type { RecordedEntry } from '../../recorded.ts'
import { relevanceAct } from './relevance.ts'
import {
  emptyRequest,
  inTheWayOf,
  linesOf,
  type ProtocolLine,
  type Request,
  requestAct,
  sequencesOf,
} from './request.ts'
import { sheetOfDraft, sheetOfRecorded } from './sheet.ts'
import {
  acknowledgeAct,
  attestNormal,
  completing,
  emptyRead,
  readAct,
  reReading,
  restAbsent,
  setField,
  toggleIn,
  withoutAttestation,
} from './study-read.ts'
import { foundIn, requestsIn, studyState } from './study-state.ts'

const today = '2026-11-23'
const study = (fields: RecordedEntry['fields'], date = '2026-10-01'): RecordedEntry => ({
  id: 'e1',
  kind: 'study',
  date,
  by: null,
  fields,
})
const reading = { today, asReader: false }
const fieldsOf = (act: ReturnType<typeof readAct>) => act?.entries?.[0]?.fields ?? {}

describe('a study on record', () => {
  it.each([
    [{ 'study.report': 'none' }, 'unread'],
    [{}, 'unread'],
    [{ 'study.report': 'not-structured' }, 'not-structured'],
    [{ 'study.report': 'structured' }, 'unsigned'],
    [{ 'study.report': 'structured', 'study.signed': 'yes' }, 'to-acknowledge'],
    [{ 'study.report': 'structured', 'study.signed': 'yes', 'study.acknowledged': 'yes' }, 'acknowledged'],
  ])('%j is %s', (fields, state) => expect(studyState(study(fields))).toBe(state))
  it('leaves its request outstanding until a scan of that day or later is there', () => {
    const order = { ...study({}, '2026-11-01'), kind: 'imaging-order' }
    expect(requestsIn([order], [study({}, '2026-10-30')])).toEqual({ waiting: [order], answered: [] })
    expect(requestsIn([order], [study({}, '2026-11-01')]).waiting).toEqual([])
  })
  it('answers a request with the first scan of that day or later, and the request stays to be read', () => {
    const order = { ...study({}, '2026-11-01'), kind: 'imaging-order' }
    const [before, first, second] = ['2026-10-30', '2026-11-04', '2026-12-01'].map((date) => study({}, date))
    if (!before || !first || !second) throw new Error('There are three.')
    expect(requestsIn([order], [second, before, first]).answered).toEqual([{ order, by: first }])
  })
})

describe('a request on record, on paper', () => {
  const order: RecordedEntry = {
    id: 'o1',
    kind: 'imaging-order',
    date: '2026-11-01',
    by: 'Demo Neurologist',
    fields: {
      'order.modality': 'mri',
      'order.urgency': 'soon',
      'order.sequences': ['t2', 'flair', 'dwi', 't1'],
      'order.bookedFor': '2026-12-02',
    },
  }
  const known = (facts: Readonly<Record<string, PlainValue>>) => ({
    fact: (id: string) => (id in facts ? { value: facts[id] ?? null, why: null, date: today, by: null } : null),
  })

  it('says who asked and when, whoever prints it', () =>
    expect(sheetOfRecorded(order, known({}))).toMatchObject({
      by: 'Demo Neurologist',
      date: '2026-11-01',
      urgency: 'soon',
      bookedFor: '2026-12-02',
    }))
  it('asks for what was asked for, a line of the protocol only where all of it was', () =>
    expect(sheetOfRecorded(order, known({})).asked?.map(({ label }) => label)).toEqual([
      'Brain survey: T2, FLAIR, diffusion',
      'T1',
    ]))
  it('says of safety what is on record, and never that something is safe that nobody asked', () => {
    const { safety } = sheetOfRecorded(order, known({ 'mri.implant': 'yes', 'mri.claustrophobia': 'no' }))
    expect(safety).toEqual([
      expect.stringMatching(/: YES, /),
      expect.stringMatching(/: no\.$/),
      expect.stringMatching(/ask before the scan; an earlier answer/),
      expect.stringMatching(/NOT ASKED, ask before the scan/),
    ])
  })
  it('tells whoever gives the contrast of the kidneys, as typed now or as on record, and of none where none is asked for', () => {
    const withContrast = { ...order, fields: { ...order.fields, 'order.sequences': ['t1', 't1-contrast'] } }
    const last = (facts: Parameters<typeof known>[0]) => sheetOfRecorded(withContrast, known(facts)).safety.at(-1)
    expect(last({ egfr: 62 })).toMatch(/^Kidney function \(eGFR\): 62 mL\/min\/1\.73 m², \d+ \w+ \d{4}\.$/)
    expect(last({})).toBe('Kidney function (eGFR): NOT ASKED, ask before the scan.')
    expect(sheetOfRecorded(order, known({ egfr: 62 })).safety.join()).not.toContain('eGFR')
    const draft = (egfr: Request['egfr'], lines: readonly ProtocolLine[] = ['contrast']) =>
      sheetOfDraft({ ...emptyRequest, egfr }, { lines, today, by: null, recorded: known({ egfr: 62 }) }).safety.at(-1)
    expect(draft(48)).toBe('Kidney function (eGFR): 48 mL/min/1.73 m².')
    expect(draft(null)).toBe('Kidney function (eGFR): not known.')
    expect(draft(undefined)).toMatch(/: 62 mL/)
    expect(draft(48, ['brain'])).not.toContain('eGFR')
  })
  it('asks nothing of a scanner for what is no MRI', () =>
    expect(sheetOfRecorded({ ...order, fields: { 'order.modality': 'ct' } }, known({}))).toMatchObject({
      asked: null,
      safety: [],
    }))
})

describe('a read', () => {
  const dated = { ...emptyRead, date: '2026-10-01' }
  it('is not sent without a day and a kind', () => {
    expect(readAct(emptyRead, reading)).toBeNull()
    expect(readAct(setField(dated, 'study.modality', undefined), reading)).toBeNull()
  })
  it('says absent for the rest in one press, and never over what was seen or not known', () => {
    const seen = setField(setField(dated, 'mri.tumour', 'present'), 'mri.chiari', null)
    expect(fieldsOf(readAct(restAbsent(seen), reading))).toMatchObject({
      'mri.tumour': 'present',
      'mri.chiari': null,
      'mri.aneurysm': 'absent',
    })
  })
  it('says nothing about findings nobody answered', () =>
    expect(fieldsOf(readAct(dated, reading))).not.toHaveProperty('mri.tumour'))
  it('attests a normal report in one press, as what it is', () =>
    expect(fieldsOf(readAct(attestNormal(dated, today), reading))).toMatchObject({
      'study.normalStatement': 'yes',
      'study.evidence': 'report-statement',
      'study.signed': 'yes',
      'study.acknowledged': 'yes',
    }))
  it('can take the attestation back whole', () =>
    expect(fieldsOf(readAct(withoutAttestation(attestNormal(dated, today)), reading))).not.toHaveProperty(
      'study.acknowledged',
    ))
  it('enters the report of a study that is on record under its own id', () =>
    expect(readAct(completing(study({ 'study.modality': 'mri' })), reading)?.entries?.[0]).toMatchObject({
      id: 'e1',
      date: null,
    }))
  it('by a second reader takes the place of the first and copies none of its findings', () => {
    const again = readAct(reReading(study({ 'study.modality': 'mri', 'mri.tumour': 'present' })), reading)
    expect(again?.entries?.[0]).toMatchObject({ supersedes: ['e1'] })
    expect(fieldsOf(again)).not.toHaveProperty('mri.tumour')
  })
  it('by an imaging reader leaves who read it to the account', () => {
    const read = setField(dated, 'study.readerRole', 'neurosurgeon')
    expect(fieldsOf(readAct(read, { today, asReader: true }))).not.toHaveProperty('study.readerRole')
  })
  it('takes sequences in and out', () => {
    const one = toggleIn(dated, 'study.sequences', 'flair')
    expect(one.fields['study.sequences']).toEqual(['flair'])
    expect(toggleIn(one, 'study.sequences', 'flair').fields['study.sequences']).toBeUndefined()
  })
  it('is acknowledged without touching what was read', () =>
    expect(Object.keys(acknowledgeAct(study({}), today).entries?.[0]?.fields ?? {})).toEqual([
      'study.acknowledged',
      'study.acknowledgedOn',
    ]))
})

describe('relevance', () => {
  const found = study({
    'study.signed': 'yes',
    'mri.tumour': 'present',
    'mri.aneurysm': 'present',
    'mri.chiari': 'absent',
  })
  const judged = {
    of: { 'mri.tumour': 'present-unrelated' as const },
    why: 'Opposite side.',
    followUp: 'Neurosurgery, yearly.',
    neuroradiologyRead: false,
  }
  it('changes only what was judged, and leaves the day and everything else as it was read', () =>
    expect(relevanceAct(found, judged, today)?.entries).toEqual([
      {
        id: 'e1',
        kind: 'study',
        date: null,
        fields: { 'mri.tumour': 'present-unrelated', 'study.followUpOwner': 'Neurosurgery, yearly.' },
      },
    ]))
  it('needs a reason and an owner of the follow-up', () => {
    expect(relevanceAct(found, { ...judged, why: ' ' }, today)).toBeNull()
    expect(relevanceAct(found, { ...judged, followUp: '' }, today)).toBeNull()
  })
  it('may be said of whatever was found, and again', () =>
    expect(foundIn(study({ 'mri.tumour': 'present-unrelated', 'mri.aneurysm': 'present' }))).toEqual([
      'mri.tumour',
      'mri.aneurysm',
    ]))
  it('says that a neuroradiologist’s read was seen', () =>
    expect(relevanceAct(found, { ...judged, neuroradiologyRead: true }, today)?.entries?.[0]?.fields).toMatchObject({
      'study.neuroradiologyRead': 'yes',
    }))
})

describe('a request', () => {
  const without = { ...emptyRequest, urgency: 'soon', lines: ['brain', 'nerve'] as const }
  it('asks for everything unless somebody leaves it out', () =>
    expect(sequencesOf(linesOf(emptyRequest, false))).toEqual([
      't2',
      'flair',
      'dwi',
      '3d-t2',
      'tof-mra',
      't1',
      't1-contrast',
    ]))
  it('has contrast while a red flag is open, left out or not', () => {
    expect(linesOf(without, true)).toContain('contrast')
    expect(linesOf(without, false)).not.toContain('contrast')
  })
  it('tells whoever books it what to do first', () =>
    expect(requestAct({ ...without, safety: { implant: true } }, { today, contrastNeeded: true })?.note).toContain(
      'MRI safety officer first',
    ))
  it('keeps what stays true of the person, and leaves open what was not asked', () =>
    expect(
      requestAct({ ...without, safety: { implant: true, reaction: false } }, { today, contrastNeeded: true })?.facts,
    ).toEqual({ 'mri.implant': 'yes', 'mri.contrastReaction': 'no' }))
  it('is not sent without an urgency, nor with a day that is none', () => {
    expect(requestAct(emptyRequest, { today, contrastNeeded: false })).toBeNull()
    expect(requestAct({ ...without, bookedFor: 'soon' }, { today, contrastNeeded: false })).toBeNull()
  })
  it('says what stands in its way: a day that cannot be before how soon it is wanted', () => {
    expect(inTheWayOf(emptyRequest, today)).toBe('Say how soon it is wanted.')
    expect(inTheWayOf({ ...without, bookedFor: '2020-01-01' }, today)).toMatch(/^Day of the scan: the earliest day is/)
    expect(inTheWayOf({ ...emptyRequest, bookedFor: '2020-01-01' }, today)).toMatch(/^Day of the scan:/)
    expect(inTheWayOf(without, today)).toBeNull()
  })
})
