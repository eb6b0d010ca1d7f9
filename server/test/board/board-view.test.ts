import { type BoardFilters, type BoardRow, noFilters, type Role } from '@facialis/wire'
import { madeUpRow } from '@facialis/wire/test/made-up-row.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byReason, callBacksOf } from '../../board/attention.ts'
import { boardView } from '../../board/board-view.ts'
import { lineOf, openLines } from '../../board/lines.ts'

const next = { label: 'x', owner: 'nurse', urgency: 'routine', dueBy: '2026-12-01', state: 'due' }
const made = { madeOn: '2026-11-26', madeBy: '', holdsUntil: null, restsOn: [] }

const linesOf = (rows: readonly BoardRow[]) => {
  const lines = openLines()
  for (const one of rows) lines.put(lineOf(one, made))
  return lines
}
type As = Readonly<{ filters?: Partial<BoardFilters>; most?: number; roles?: readonly Role[] }>
const look = (rows: readonly BoardRow[], { filters = {}, most = 100, roles = [] }: As = {}) =>
  boardView(linesOf(rows), { asked: { ...noFilters, ...filters, most }, roles, today: '2026-11-26' })
const found = (rows: readonly BoardRow[], filters: Partial<BoardFilters>) =>
  look(rows, { filters }).rows.map(({ id }) => id)

describe('whom the board finds', () => {
  it('by parts of a name in any order, without accents', () => {
    const rows = [madeUpRow('Müller Ada'), madeUpRow('Ben Sample')]
    expect(found(rows, { search: 'ada mull' })).toEqual(['Müller Ada'])
    expect(found(rows, { search: '1968-04' })).toHaveLength(2)
  })
  it.each([
    ['O’Brien Cleo', ['obrien', "O'Brien", "cleo o'b"]],
    ['Demo Smith-Jones', ['smithjones', 'smith jones', 'Smith-Jones', 'smith‑jones']],
    ['Demo Smithjones', ['smith-jones']],
    ['Maria De la Cruz', ['delacruz', 'de la cruz', 'dela cruz maria']],
    ['علی\u200cرضا Demo', ['علیرضا', 'علی رضا', 'رضا', 'علي']],
    ['Demo Παπασταύρου', ['ΠΑΠΑΣ', 'παπασ', 'παπας']],
  ])('%s, whatever is written together or apart in it', (name, searches) => {
    const rows = [madeUpRow(name), madeUpRow('Susan Nash')]
    for (const search of searches) expect(found(rows, { search }), search).toEqual([name])
    expect(found(rows, { search: 'anna' })).toEqual([])
  })
  it('also beside somebody whose name another system gave as a whole book', () => {
    const rows = [madeUpRow('letters'.repeat(30_000)), madeUpRow('Ada Sample')]
    expect(found(rows, { search: 'ada' })).toEqual(['Ada Sample'])
  })
  it('by a birth date however it is typed, the way the board prints it too', () => {
    const rows = [
      madeUpRow('Ada'),
      madeUpRow('Ben', { birthDate: '1961-02-11' }),
      madeUpRow('Cleo', { birthDate: null }),
    ]
    for (const search of ['11 Feb 1961', '11.02.1961', '11/02/1961', 'Feb 1961', '1961', '1961-02-11', 'ben feb'])
      expect(found(rows, { search }), search).toEqual(['Ben'])
    expect(found(rows, { search: '03/04/1968' })).toEqual(['Ada'])
  })
  it('by a stage: somebody on two ways at both, counted in both', () => {
    const rows = [madeUpRow('A', { stage: 'surgical-work-up', also: ['toxin-series'] }), madeUpRow('B')]
    const seen = look(rows, { filters: { stage: 'toxin-series' } })
    expect(seen.rows.map(({ id }) => id)).toEqual(['A'])
    expect(seen).toMatchObject({ matching: 1, everybody: 2, atAnyStage: 2 })
    const counted = new Map(seen.stages.map((one) => [one.stage, [one.counted, one.standing]]))
    expect(counted.get('toxin-series')).toEqual([1, 0])
    expect(counted.get('surgical-work-up')).toEqual([1, 1])
    expect(counted.get('evaluating')).toEqual([1, 0])
  })
  it('“due” holds what is due and what is late, not what is early', () => {
    const rows = [
      madeUpRow('early', { next: { ...next, state: 'early' } }),
      madeUpRow('due', { next }),
      madeUpRow('late', { overdue: 1 }),
    ]
    expect(found(rows, { show: 'due' }).toSorted()).toEqual(['due', 'late'])
    expect(found(rows, { show: 'overdue' })).toEqual(['late'])
  })
  it('sends the first of many and tells how many there are', () => {
    const rows = Array.from({ length: 30 }, (_, at) => madeUpRow(`${at}`))
    const seen = look(rows, { most: 7 })
    expect([seen.rows.length, seen.matching]).toEqual([7, 30])
  })
})

describe('the order of the board', () => {
  const stages = ['referred', 'evaluating', 'follow-up', 'some-new-stage']
  const someone = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    name: fc.constantFrom('Demo Ada', 'Demo Ben', 'demo ägir'),
    stage: fc.constantFrom(...stages),
    overdue: fc.nat(2),
    critical: fc.constantFrom<readonly string[]>([], ['x']),
    next: fc.constantFrom(null, next, { ...next, dueBy: '2026-11-01' }),
  })

  it('follows the journey; within a stage alerts come first, then overdue, then the due date', () => {
    const rows = [
      madeUpRow('new', { stage: 'some-new-stage' }),
      madeUpRow('calm', { stage: 'follow-up' }),
      madeUpRow('b', { next: { ...next, dueBy: '2026-12-02' } }),
      madeUpRow('a', { next }),
      madeUpRow('late', { overdue: 2 }),
      madeUpRow('alert', { critical: ['x'] }),
    ]
    expect(look(rows).rows.map(({ id }) => id)).toEqual(['alert', 'late', 'a', 'b', 'calm', 'new'])
  })
  it('and what is counted are the same whether somebody came last, was changed, or all came at once; who left is gone', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(someone, fc.constantFrom('a', 'b', 'c')), { maxLength: 30 }), (told) => {
        const kept = openLines()
        const now = new Map<string, BoardRow>()
        for (const one of told) {
          if (typeof one === 'string') {
            kept.drop(one)
            now.delete(one)
          } else {
            now.set(one.id, madeUpRow('', one))
            kept.put(lineOf(madeUpRow('', one), made))
          }
          kept.inOrder()
        }
        for (const filters of [
          {},
          { search: 'ada' },
          { show: 'overdue' },
          { stage: 'evaluating', show: 'due' },
        ] as const) {
          const [here, there] = [kept, linesOf([...now.values()])].map((lines) => {
            const asked = { ...noFilters, ...filters, most: 3 }
            const seen = boardView(lines, { asked, roles: ['clinician', 'nurse'], today: '2026-11-26' })
            return { ...seen, groups: new Set(seen.groups.map((group) => JSON.stringify(group))) }
          })
          expect(here).toEqual(there)
        }
        expect(kept.size()).toBe(now.size)
      }),
    ))

  it('is the same whether hundreds come and go at once or one by one', () => {
    const [atOnce, oneByOne] = [openLines(), openLines()]
    const seen = (lines: ReturnType<typeof openLines>, filters: Partial<BoardFilters>) =>
      boardView(lines, { asked: { ...noFilters, ...filters, most: 1000 }, roles: [], today: '2026-11-26' }).rows
    const change = (count: number, stageOf: (at: number) => string | undefined) => {
      for (let at = 0; at < count; at++) {
        const stage = stageOf(at)
        for (const lines of [atOnce, oneByOne]) {
          if (stage === undefined) lines.drop(`demo-${at}`)
          else lines.put(lineOf(madeUpRow(`demo-${at}`, { stage, overdue: at % 3 }), made))
        }
        oneByOne.inOrder()
      }
      for (const filters of [{}, { stage: 'evaluating' }, { show: 'overdue' }] as const)
        expect(seen(atOnce, filters)).toEqual(seen(oneByOne, filters))
    }
    change(300, (at) => stages[(at * 7) % stages.length])
    change(120, (at) => (at % 5 === 0 ? undefined : stages[at % 3]))
    expect(seen(atOnce, {})).toHaveLength(300 - 24)
  })
})

describe('who needs somebody today', () => {
  const today = '2026-11-26'
  const own = { ...next, owner: 'coordinator', dueBy: today }
  const request = { kind: 'referral', received: today, arrived: today, state: 'requested', redFlags: [] } as const
  const requests = [{ ...request, id: 'r', name: 'Demo Red', call: true }]
  const rows = [
    madeUpRow('Today', { next: own }),
    madeUpRow('Late', { next: { ...own, dueBy: '2026-11-01', state: 'overdue' } }),
    madeUpRow('Soon', { next: { ...own, dueBy: '2026-11-28' } }),
    madeUpRow('Alert', { critical: ['x'] }),
  ]
  const needing = (...roles: Role[]) =>
    [...callBacksOf(requests), ...look(rows, { roles }).needing.first].sort(byReason).map(({ name }) => name)

  it('a coordinator: who has to be rung first, then their own steps that are late or due', () =>
    expect(needing('coordinator')).toEqual(['Demo Red', 'Demo Late', 'Demo Today']))
  it('a doctor: the alerts too, and nobody else’s steps', () =>
    expect(needing('clinician')).toEqual(['Demo Red', 'Demo Alert']))
})
