import type { Act } from '@facialis/wire'
import type { House, Person } from './support.ts'

/** What brings somebody with a typical spasm to an open gate, act by act, dated on the day of the clock. */
export const evaluated = (date: string): Act => ({
  kind: 'visit',
  date,
  facts: {
    'ph.unilateral': true,
    'ph.cn7Only': true,
    'ph.onsetOrbicularisOculi': true,
    'ph.downwardSpread': true,
    'ph.synchronous': true,
    'ph.otherBabinski': true,
    'exam.observed': 'seen',
    'hfs.onset': '2024',
    'hfs.side': 'left',
  },
  screens: ['red-flags', 'examination'],
  entries: [{ kind: 'visit', date, fields: { 'visit.kind': 'first' } }],
})

export const signed = (date: string): Act => ({
  kind: 'diagnosis-signed',
  date,
  facts: { 'dx.class': 'definite', 'dx.phenotype': 'typical' },
})

export const cleanRead = (date: string): Act => ({
  kind: 'imaging-read',
  date,
  entries: [
    {
      id: 'mri-1',
      kind: 'study',
      date,
      fields: {
        'study.modality': 'mri',
        'study.sequences': ['t1', 't1-contrast', 't2', 'flair', 'dwi', '3d-t2', 'tof-mra'],
        'study.coverage': ['brain', 'posterior-fossa', 'angle', 'temporal-bone', 'parotid'],
        'study.report': 'structured',
        'study.quality': 'diagnostic',
        'study.posteriorFossaQuality': 'diagnostic',
        'study.signed': true,
        'study.evidence': 'structured',
        'mri.tumour': 'absent',
        'mri.earLesion': 'absent',
        'mri.parotidMass': 'absent',
        'mri.vascularMalformation': 'absent',
        'mri.aneurysm': 'absent',
        'mri.demyelination': 'absent',
        'mri.raisedPressure': 'absent',
        'mri.infarctOrBleed': 'absent',
        'mri.chiari': 'absent',
        'mri.boneLesion': 'absent',
        'mri.nerveEnhancement': 'absent',
      },
    },
  ],
})

export const acknowledged = (date: string): Act => ({
  kind: 'imaging-acknowledged',
  date,
  entries: [
    { id: 'mri-1', kind: 'study', date: null, fields: { 'study.acknowledged': true, 'study.acknowledgedOn': date } },
  ],
})

/** The list at the chair, with consent taken beside it. */
export const atChair = (date: string): Act => ({
  kind: 'at-chair',
  date,
  screens: ['at-chair'],
  facts: { 'consent.toxin': date },
})

export const session = (date: string, fields: Record<string, string | number | boolean> = {}): Act => ({
  kind: 'toxin-session',
  date,
  entries: [
    {
      kind: 'session',
      date,
      fields: {
        'session.product': 'onabotulinumtoxinA',
        'session.units': 20,
        'session.side': 'left',
        'session.lot': 'L-100',
        'session.expiry': '2028-01',
        ...fields,
      },
    },
  ],
})

/** Acts one after the other; the first refusal ends the test with its sentence. */
export async function walk(
  house: House,
  patientId: string,
  ...steps: readonly (readonly [Person, Act])[]
): Promise<void> {
  for (const [who, act] of steps) {
    const done = await house.act(who, patientId, act)
    if (done.status !== 200) throw new Error(`${act.kind}: ${done.status} ${JSON.stringify(done.problem)}`)
  }
}

/** Somebody whose gate stands open. @returns the id */
export async function openGate(house: House): Promise<string> {
  const id = await house.patient()
  const today = house.clock.now.slice(0, 10)
  await walk(
    house,
    id,
    ['neurologist', evaluated(today)],
    ['neurologist', signed(today)],
    ['reader', cleanRead(today)],
    ['neurologist', acknowledged(today)],
  )
  return id
}
