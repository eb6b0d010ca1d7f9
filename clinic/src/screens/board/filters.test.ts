import type { BoardRow } from '@facialis/wire'
import { madeUpRow } from '@facialis/wire/test/made-up-row.ts'
import { describe, expect, it } from 'vitest'
import { filtersFrom, linesOf, matching, paramsOf } from './filters.ts'

const none = filtersFrom(new URLSearchParams())
const names = (rows: readonly BoardRow[]) => rows.map((one) => one.id)

describe('the board’s filters', () => {
  it('survive in the address', () => {
    const filters = { search: '', stage: 'ruling-out', show: 'overdue', owner: 'nurse' } as const
    expect(filtersFrom(paramsOf(filters))).toEqual(filters)
    expect(paramsOf(none).toString()).toBe('')
  })
  it('never put a name that was searched for into the address', () => {
    expect(paramsOf({ ...none, search: 'Ada' }).toString()).toBe('')
  })
  it('ignore a word in the address that is no filter', () => {
    expect(filtersFrom(new URLSearchParams('show=everything')).show).toBe('all')
  })
  it('hold back who does not fulfil them until the server has answered', () => {
    const rows = [
      madeUpRow('Müller Ada', { also: ['toxin-series'] }),
      madeUpRow('Ben Sample'),
      madeUpRow('Ada', { stage: 'closed' }),
    ]
    expect(names(matching(rows, { ...none, search: 'ada', stage: 'toxin-series' }))).toEqual(['Müller Ada'])
    expect(names(matching(rows, { ...none, search: 'Sample, Ben' }))).toEqual(['Ben Sample'])
  })
  it('say of whom a search finds by an earlier name alone by which', () => {
    const rows = [
      madeUpRow('Ada Now', { otherNames: ['Demo Ada Before', 'Demo Ada Long Ago'] }),
      madeUpRow('Ben Before'),
    ]
    const found = (search: string) =>
      linesOf(matching(rows, { ...none, search }), () => 0, { ...none, search }).flatMap((line) =>
        'row' in line ? [[line.row.id, line.foundAs]] : [],
      )
    expect(found('before')).toEqual([
      ['Ada Now', ['Demo Ada Before']],
      ['Ben Before', []],
    ])
    expect(found('before ago')).toEqual([['Ada Now', ['Demo Ada Before', 'Demo Ada Long Ago']]])
    expect(found('ada')).toEqual([['Ada Now', []]])
  })
})

describe('the board’s lines', () => {
  it('head each stage, with how many stand there also where not all of them are here', () => {
    const lines = linesOf([madeUpRow('a'), madeUpRow('b'), madeUpRow('new', { stage: 'some-new-stage' })], (stage) =>
      stage === 'evaluating' ? 300 : 0,
    )
    expect(lines.map((line) => ('row' in line ? line.row.id : `# ${line.stage} ${line.count}`))).toEqual([
      '# evaluating 300',
      'a',
      'b',
      '# some-new-stage 1',
      'new',
    ])
  })
})
