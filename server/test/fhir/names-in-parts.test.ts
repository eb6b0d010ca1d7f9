import type { Board, LikePatient } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { password } from '../support.ts'
import { type Json, oneHouse } from './support.ts'

const { house, made } = oneHouse()

const registered = async (name: readonly Json[], birthDate: string): Promise<string> =>
  (await made('coordinator', { resourceType: 'Patient', name, birthDate })).id

/** As the clinic calls somebody: on their page and on the board. */
async function called(id: string): Promise<readonly (string | undefined)[]> {
  const { rows } = (await house().ask<Board>('coordinator', 'GET', '/api/board')).body
  return [(await house().view(id)).patient.name, rows.find((row) => row.id === id)?.name]
}

const alike = async (name: string): Promise<readonly string[]> =>
  (
    await house().ask<readonly LikePatient[]>('coordinator', 'POST', '/api/patients/duplicates', {
      name,
      birthDate: null,
      phone: null,
    })
  ).body.map(({ id }) => id)

describe('somebody whom another system registered', () => {
  it.each([
    ['in parts', [{ family: 'Sample', given: ['Demo', 'Ingrid'] }], 'Demo Ingrid Sample'],
    ['in parts beside an empty text', [{ text: '', family: 'Sample', given: ['Demo Jo'] }], 'Demo Jo Sample'],
    ['as a family name alone', [{ family: 'Sample-Alone' }], 'Sample-Alone'],
    ['in one piece and in parts', [{ text: 'Demo Ida Sample', family: 'Sample', given: ['Ida'] }], 'Demo Ida Sample'],
    [
      'by an earlier name first',
      [
        { use: 'maiden', family: 'Before', given: ['Demo Una'] },
        { use: 'official', family: 'Sample', given: ['Demo Una'] },
      ],
      'Demo Una Sample',
    ],
  ])('is called by the name that was written %s', async (_, name, words) => {
    const id = await registered(name, '1966-05-04')
    expect(await called(id)).toEqual([words, words])
  })

  it('is found by every name they have or had, before a second record is made', async () => {
    const names = [
      { use: 'official', family: 'Sample', given: ['Demo', 'Olga'] },
      { use: 'old', family: 'Earlier', given: ['Demo', 'Olga'] },
    ]
    const id = await registered(names, '1958-11-03')
    expect(await alike('Sample, Demo Olga')).toEqual([id])
    expect(await alike('Demo Olga Earlier')).toEqual([id])
  })

  it('can be opened in an emergency by the name that was written in parts', async () => {
    await registered([{ family: 'Sample', given: ['Demo', 'Emergency'] }], '1949-09-09')
    const hired = await house().hire('ward', { roles: ['researcher'], profession: 'neurologist' })
    const opened = await house().ask(hired, 'POST', '/api/emergency/open', {
      name: 'Demo Emergency Sample',
      birthDate: '1949-09-09',
      cause: 'threat-to-life',
      words: 'Found on the floor of the ward.',
      current: password,
    })
    expect(opened.status).toBe(201)
  })
})
