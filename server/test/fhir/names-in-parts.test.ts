import type { Board, LikePatient } from '@facialis/wire'
import { describe, expect, it } from 'vitest'
import { resourceKnowledge } from '../../search-indexing/resource-knowledge.ts'
import { password } from '../support.ts'
import { idsIn, type Json, oneHouse } from './support.ts'

const { house, get, made, send } = oneHouse()

const registered = async (name: readonly Json[], birthDate: string): Promise<string> =>
  (await made('coordinator', { resourceType: 'Patient', name, birthDate })).id

/** As the clinic calls somebody: on their page and on the board. */
async function called(id: string): Promise<readonly (string | undefined)[]> {
  const { rows } = (await house().ask<Board>('coordinator', 'GET', '/api/board')).body
  return [(await house().view(id)).patient.name, rows.find((row) => row.id === id)?.name]
}

const alike = async (
  name: string,
  { birthDate = null, phone = null }: Readonly<{ birthDate?: string | null; phone?: string | null }> = {},
): Promise<readonly string[]> =>
  (
    await house().ask<readonly LikePatient[]>('coordinator', 'POST', '/api/patients/duplicates', {
      name,
      birthDate,
      phone,
    })
  ).body.map(({ id }) => id)

describe('somebody whom another system registered', () => {
  it.each([
    ['in parts', [{ family: 'Sample', given: ['Demo', 'Ingrid'] }], 'Demo Ingrid Sample'],
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
    [
      'by one that ended, and one that did not',
      [
        { family: 'Ended', given: ['Demo Eve'], period: { end: '2010' } },
        { family: 'Sample', given: ['Demo Eve'] },
      ],
      'Demo Eve Sample',
    ],
    [
      'beside one that was left empty',
      [
        { use: 'official', period: { start: '2010' } },
        { use: 'usual', text: 'Demo Uli Sample' },
      ],
      'Demo Uli Sample',
    ],
    ['in a script that has the family first and no space', [{ family: '样', given: ['本'] }], '样本'],
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

  it.each<[string, readonly Json[], string, string | null]>([
    [
      'with what stands before and after it',
      [{ prefix: ['Dr.'], family: 'Titled', given: ['Demo'], suffix: ['Jr.'] }],
      'Dr. Demo Titled Jr.',
      null,
    ],
    ['in one piece', [{ family: '范', given: ['例甲'] }], '范例甲', null],
    ['with a space, where it was written in one piece', [{ text: '范例乙' }], '范 例乙', null],
    ['in other capitals', [{ text: 'Işık Örnek' }], 'IŞIK ÖRNEK', null],
    [
      'by a name they had and the day of birth',
      [{ text: 'Demo Now' }, { use: 'maiden', text: 'Demo Onceso' }],
      'Uma Onceso',
      '1961-03-05',
    ],
  ])('is found by the name %s', async (_, name, asked, birthDate) => {
    const id = await registered(name, birthDate ?? '1960-01-01')
    expect(await alike(asked, { birthDate })).toEqual([id])
  })

  it('is found among the many of whom a day stands for one that nobody knows', async () => {
    const entry = [...Array(60).keys()].map((one) => ({
      resource: { resourceType: 'Patient', name: [{ text: `Demo${one} Many` }], birthDate: '1900-01-01' },
      request: { method: 'POST', url: 'Patient' },
    }))
    expect((await send('coordinator', '', { resourceType: 'Bundle', type: 'transaction', entry })).status).toBe(200)
    expect(await alike('Anna Many', { birthDate: '1900-01-01' })).toHaveLength(60)
  })

  it('is no other whose name is written in signs, or with other vowels', async () => {
    await registered([{ text: '—' }], '1951-02-03')
    await registered([{ text: 'राम' }], '1951-02-03')
    for (const asked of ['…', 'रमा']) expect(await alike(asked, { birthDate: '1951-02-03' })).toEqual([])
  })

  it('is found by other systems under the same letters as here, and no other by them', async () => {
    const ids = [
      await registered([{ text: 'Łucja O’Strauẞ' }], '1950-01-01'),
      await registered([{ text: 'सीता' }], '1950-01-01'),
    ]
    const found = async (name: string) =>
      idsIn((await get('coordinator', `/Patient?name=${encodeURIComponent(name)}`)).bundle)
    expect([await found('lucja'), await found('STRAUSS'), await found('सीत')].flat()).toEqual(
      [ids[0], ids[0], ids[1]].map((id) => `Patient/${id}`),
    )
    expect(await found('सता')).toEqual([])
  })

  it.each([
    ['Demo Smith‑Jones', ['jones', 'Smith-Jones', 'smith jones', 'Demo Smith‐Jones', 'smith – j']],
    ['Demo (Marietta)', ['marietta']],
    ['Δήμος Παπασταύρου', ['ΠΑΠΑΣ', 'παπασ', 'ΔΗΜΟΣ']],
    ['علی\u200cرضا', ['علیرضا', 'علي\u200cرضا', 'رضا']],
  ])('is found by other systems by the beginning of each word: %s', async (text, asked) => {
    const id = await registered([{ text }], '1947-01-01')
    for (const name of asked) {
      const found = await get('coordinator', `/Patient?birthdate=1947-01-01&name=${encodeURIComponent(name)}`)
      expect(idsIn(found.bundle), name).toEqual([`Patient/${id}`])
    }
  })

  it('is found by other systems by a family name, whatever stands between its words', async () => {
    const [id] = [await registered([{ family: 'Smith‐Jones', given: ['Demo'] }], '1945-01-01')]
    await registered([{ family: '—', given: ['Demo'] }], '1945-01-01')
    for (const family of ['smith jones', 'Smith-Jones', 'SMITH JO', 'jones'])
      expect(
        idsIn((await get('coordinator', `/Patient?birthdate=1945-01-01&family=${encodeURIComponent(family)}`)).bundle),
        family,
      ).toEqual([`Patient/${id}`])
  })

  it('is found by the beginning of a name as long as a book, and no book is kept to look for it', async () => {
    // The last sign is eighteen letters, once it is taken apart.
    const text = `Bookish ${'and so on \ufdfa '.repeat(5_000)}`
    const id = await registered([{ text }], '1946-01-01')
    for (const name of ['book', text])
      expect(
        idsIn(
          (
            await send('coordinator', '/Patient/_search', `name=${encodeURIComponent(name)}`, {
              as: 'application/x-www-form-urlencoded',
            })
          ).bundle,
        ),
      ).toEqual([`Patient/${id}`])
    const kept = resourceKnowledge.index({ resourceType: 'Patient', id, name: [{ text }] })
    expect(kept.reduce((sum, { value }) => sum + value.length, 0)).toBeLessThan(3 * text.length)
  })

  it('is found by a telephone number, whatever extension is written beside it, and rung at the one that is in use', async () => {
    const telecom = [
      { system: 'phone', use: 'old', value: '555-0190' },
      { system: 'phone', value: '555-0191', period: { end: '2020' } },
      { system: 'phone', value: '(030) 765 43 21 ext. 12' },
    ]
    const { id } = await made('coordinator', { resourceType: 'Patient', name: [{ text: 'Demo Rung' }], telecom })
    expect(await alike('Somebody', { phone: '+49 30 7654321' })).toEqual([id])
    expect((await house().view(id)).patient.phone).toBe('(030) 765 43 21 ext. 12')
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
