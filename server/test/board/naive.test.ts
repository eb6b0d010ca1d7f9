import {
  type BoardAsked,
  type BoardRow,
  fulfilling,
  journey,
  type Role,
  searchedIn,
  searchText,
  standsAt,
} from '@facialis/wire'
import { madeUpRow } from '@facialis/wire/test/made-up-row.ts'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { attentionReasonOf, byReason } from '../../board/attention.ts'
import { boardView } from '../../board/board-view.ts'
import { lineOf, openLines } from '../../board/lines.ts'

const made = { madeOn: '2026-11-26', madeBy: '', holdsUntil: null, restsOn: [] }
const today = '2026-11-26'

const next = fc.record({
  label: fc.constant('x'),
  owner: fc.constantFrom('nurse', 'clinician', 'coordinator'),
  urgency: fc.constant('routine' as const),
  dueBy: fc.constantFrom(null, '2026-11-01', '2026-11-26', '2026-12-01'),
  state: fc.constantFrom('early', 'due', 'overdue', 'unknown-anchor'),
})
const row = fc.record({
  name: fc.constantFrom('Demo Ada', 'Demo Ben', 'demo ägir', 'Demo Zoë Ada', 'Demo ada'),
  birthDate: fc.constantFrom(null, '1961-02-11', '1968-04-03', '1961-11-02'),
  stage: fc.constantFrom(...journey.slice(0, 4), 'some-new-stage', 'another-new-stage'),
  also: fc.subarray(['toxin-series', 'evaluating', 'third-new-stage'], { maxLength: 2 }),
  gate: fc.constantFrom('blocked', 'caution', 'permitted'),
  overdue: fc.nat(2),
  critical: fc.constantFrom<readonly string[]>([], ['x'], ['x', 'y']),
  next: fc.option(next),
  letterOwed: fc.constantFrom(null, '2026-11-20'),
})
const id = fc.nat(400).map((at) => `demo-${at}`)
/** Some are put or changed, some leave, and now and then somebody looks. */
const changes = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ id, row }) },
    { weight: 3, arbitrary: fc.record({ id, row: fc.constant(null) }) },
  ),
  { maxLength: 160, size: 'max' },
)
const asked = fc.record({
  search: fc.constantFrom('', ' ', 'ada', 'ADA demo', 'zoe', 'agir', '11 Feb 1961', '02/11/1961', '1961', 'x', 'a a'),
  stage: fc.constantFrom(null, 'evaluating', 'toxin-series', 'some-new-stage', 'third-new-stage', 'closed'),
  show: fc.constantFrom('all', 'blocked', 'overdue', 'due', 'alert', 'letter'),
  owner: fc.constantFrom(null, 'nurse', 'clinician'),
  most: fc.constantFrom(1, 3, 200),
})
const roles = fc.subarray<Role>(['clinician', 'nurse', 'coordinator', 'imaging-reader'])

const place = (stage: string): number => {
  const at = (journey as readonly string[]).indexOf(stage)
  return at < 0 ? journey.length : at
}
const names = new Intl.Collator('en')
const key = (one: BoardRow) => [
  place(one.stage),
  one.stage,
  one.critical.length > 0 ? 0 : 1,
  -one.overdue,
  one.next?.dueBy ?? '9999',
]
function inOrder(a: BoardRow, b: BoardRow): number {
  const [left, right] = [key(a), key(b)]
  for (const [at, one] of left.entries()) {
    const other = right[at] as typeof one
    if (one !== other) return one < other ? -1 : 1
  }
  return names.compare(searchText(a.name), searchText(b.name)) || (a.id < b.id ? -1 : 1)
}

/** The same look, by going through everybody each time. */
function naive(all: readonly BoardRow[], { asked, roles }: Readonly<{ asked: BoardAsked; roles: readonly Role[] }>) {
  const sorted = all.toSorted(inOrder)
  const fits = fulfilling(asked)
  const found = sorted.filter((one) => fits(one, searchedIn(one)))
  const matching = found.filter((one) => standsAt(one, asked.stage))
  const count = (stage: string) => ({
    stage,
    standing: matching.filter((one) => one.stage === stage).length,
    counted: found.filter((one) => one.stage === stage || one.also.includes(stage)).length,
  })
  const named = new Set<string>([...journey, ...found.flatMap((one) => [one.stage, ...one.also])])
  const needing = sorted.flatMap((one) => {
    const why = attentionReasonOf(one, { roles, today })
    return why === null ? [] : [{ id: one.id, name: one.name, why } as const]
  })
  const groups = Map.groupBy(sorted, ({ gate, stage, also }) => JSON.stringify([[stage, ...also], gate]))
  return {
    rows: matching.slice(0, asked.most).map(({ id }) => id),
    matching: matching.length,
    atAnyStage: found.length,
    everybody: all.length,
    stages: [...named].map(count),
    groups: new Map([...groups].map(([group, ones]) => [group, ones.length])),
    owners: [...new Set(sorted.flatMap((one) => one.next?.owner ?? []))].sort(),
    needing: { count: needing.length, first: needing.sort(byReason).slice(0, 4) },
  }
}

it('a board shows and counts what going through everybody would, however people came, changed and left', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(changes, asked, roles), { minLength: 1, maxLength: 5, size: 'max' }), (visits) => {
      const kept = openLines()
      const now = new Map<string, BoardRow>()
      for (const [told, asked, roles] of visits) {
        for (const { id, row } of told) {
          if (row === null) {
            kept.drop(id)
            now.delete(id)
            continue
          }
          const one = madeUpRow('', { ...row, id })
          now.set(id, one)
          kept.put(lineOf(one, made))
        }
        const looking = { asked, roles, today }
        const { rows, groups, stages, ...seen } = boardView(kept, looking)
        const expected = naive([...now.values()], looking)
        const byStage = (a: { stage: string }, b: { stage: string }) => (a.stage < b.stage ? -1 : 1)
        expect({
          ...seen,
          rows: rows.map(({ id }) => id),
          stages: stages.toSorted(byStage),
          groups: new Map(groups.map(({ stages, gate, count }) => [JSON.stringify([stages, gate]), count])),
        }).toEqual({ ...expected, stages: expected.stages.toSorted(byStage) })
      }
    }),
    { numRuns: 100 },
  )
})
