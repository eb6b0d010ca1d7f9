import type { Board, PatientView, WhatIf } from '@facialis/wire'
import { fhir, type Json } from '../fhir/support.ts'
import { adaSample, type House } from '../support.ts'

export const today = '2026-11-23'

export const patientOf = async (house: House, id: string): Promise<Json> =>
  (await fhir(house, 'nurse', 'GET', `/Patient/${id}`)).body
/** What another system makes of somebody's Patient. */
export const changed = async (house: House, id: string, more: Json) => {
  const { meta, ...before } = await patientOf(house, id)
  const version = (meta as { versionId: string }).versionId
  return fhir(
    house,
    'coordinator',
    'PUT',
    `/Patient/${id}`,
    { ...before, id, ...more },
    {
      headers: { 'if-match': `W/"${version}"` },
    },
  )
}
export const linked = (type: string, ...ids: readonly string[]): Json => ({
  link: ids.map((id) => ({ type, other: { reference: `Patient/${id}` } })),
})
export const merge = async (house: House, old: string, kept: string): Promise<void> => {
  const told = await changed(house, old, { active: false, ...linked('replaced-by', kept) })
  if (told.status !== 200) throw new Error(told.text)
}
export const onBoard = async (house: House): Promise<readonly string[]> =>
  (await house.ask<Board>('nurse', 'GET', '/api/board')).body.rows.map(({ id }) => id)
export const page = (house: House, id: string) => house.ask<PatientView>('neurologist', 'GET', `/api/patients/${id}`)
export const mergedIn = ({ kept }: PatientView): readonly string[] => kept.merged.map(({ id }) => id)
export const whatIf = async (house: House): Promise<number> => {
  for (;;) {
    const { body } = await house.ask<WhatIf>('author', 'POST', '/api/policy/what-if', { values: {} })
    if (body.state === 'answered') return body.people
  }
}
export const givenElsewhere = {
  kind: 'history',
  date: today,
  recordedAfter: { why: 'elsewhere' },
  entries: [{ kind: 'session', date: '2026-11-02', fields: { 'session.product': 'unknown' } }],
} as const
export const again = { patient: { ...adaSample.patient, name: 'Demo Ada Sampel', phone: '555-0109' } }
