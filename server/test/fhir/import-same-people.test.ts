import { describe, expect, it } from 'vitest'
import { bringingInto, person } from './files.ts'
import { type Json, oneHouse } from './support.ts'

const { house } = oneHouse()
const bring = bringingInto(house)

describe('people in files who have several records', () => {
  const linked = (id: string, ...others: readonly string[]): Json => ({
    ...person(id),
    link: others.map((other) => ({ type: 'replaced-by', other: { reference: `Patient/${other}` } })),
  })

  it('who name nobody, themselves, several or each other are told with file and line, and kept', async () => {
    const files = [
      [linked('lost', 'nowhere'), linked('self', 'self'), linked('torn', 'left', 'right')],
      [person('left'), person('right'), linked('round', 'about'), linked('about', 'round'), linked('old', 'new')],
      [person('new')],
    ]
    const wrong = [
      '0.ndjson:1 no-such-person Patient.link',
      '0.ndjson:2 merged-with-itself Patient.link',
      '0.ndjson:3 merged-twice Patient.link',
      '1.ndjson:3 merged-in-a-circle Patient.link',
      '1.ndjson:4 merged-in-a-circle Patient.link',
    ]
    const first = await bring(...files)
    expect([first.aside, first.badlyLinked]).toEqual([[], wrong])
    expect((await house().view('lost')).kept.unread).toEqual(['Patient/nowhere'])
    expect(await bring(...files)).toMatchObject({ there: 9, otherwise: [], badlyLinked: wrong })
  })

  it('have somebody look in both records when a file speaks against a merge, for an injection in the one holds back none in the other then', async () => {
    const reasons = async (id: string) => (await house().view(id)).reviews.map(({ reason }) => reason)
    await bring([linked('merged', 'used'), person('used')])
    expect((await house().view('used')).kept.merged.map(({ id }) => id)).toEqual(['merged'])
    const replaces = { link: [{ type: 'replaces', other: { reference: 'Patient/merged' } }] }
    const told = await bring([{ ...person('another'), ...replaces }])
    expect(told.badlyLinked).toEqual(['0.ndjson:1 merged-in-a-circle Patient.link'])
    expect((await house().view('used')).kept.merged).toEqual([])
    expect(await reasons('used')).toContainEqual(
      expect.stringContaining('A file parted Patient/merged from this record'),
    )
    expect(await reasons('merged')).toEqual([expect.stringContaining('A file parted this record from Patient/used')])
  })

  it('have somebody look whether they are one, in whatever order both come', async () => {
    const merged = async (id: string) =>
      (await house().view(id)).reviews.map(({ reason }) => reason).filter((one) => one.startsWith('A file merged'))
    await bring([linked('before', 'after')])
    expect(await merged('before')).toEqual([])
    await bring([person('after')])
    expect(await merged('after')).toEqual([expect.stringContaining('Patient/before')])
    await bring([linked('more', 'after')])
    expect((await merged('after')).filter((one) => one.includes('before'))).toHaveLength(1)
    expect((await merged('after')).filter((one) => one.includes('Patient/more'))).toHaveLength(1)
  })

  it('who have the name and birth date of somebody here are looked at, and not those of the files among each other', async () => {
    const named = (id: string, more: Json): Json => ({ ...person(id), birthDate: '1964-04-22', ...more })
    const here = await house().patient({ patient: { name: 'Demo June Sample', birthDate: '1964-04-22' } })
    const parts = { name: [{ family: 'Sample', given: ['Demo', 'June'] }] }
    const twin = { name: [{ text: 'Demo Twin Sample' }] }
    await bring([named('brought', parts), named('year', { ...parts, birthDate: '1964' })], [named('one', twin)])
    await bring([named('also', twin), named('likewise', twin)])
    const reasons = async (id: string) => (await house().view(id)).reviews.map(({ reason }) => reason)
    expect(await reasons('brought')).toEqual([
      expect.stringMatching(`^A file made this record for somebody .* of Patient/${here}: look`),
    ])
    expect([await reasons('year'), await reasons('one')]).toEqual([[], []])
    // Whoever the first import brought was here before the second.
    for (const id of ['also', 'likewise'])
      expect(await reasons(id)).toEqual([expect.stringContaining('of Patient/one: look')])
  })
})
