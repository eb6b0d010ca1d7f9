import {
  type Board,
  type BoardAsked,
  type BoardRow,
  fulfilling,
  journey,
  mostNamed,
  type Needing,
  type Role,
  standsAt,
} from '@facialis/wire'
import type { Line } from './lines.ts'
import { byReason, needOf } from './need-you.ts'

export type Look = Pick<
  Board,
  'rows' | 'matching' | 'everybody' | 'stages' | 'atAnyStage' | 'groups' | 'owners' | 'needing'
>
export type Looking = Readonly<{ asked: BoardAsked; roles: readonly Role[]; today: string }>

/** The board as one person looks at it, in one pass over everybody's rows, which are in its order. */
export function lookOver(lines: readonly Line[], { asked, roles, today }: Looking): Look {
  const fulfils = fulfilling(asked)
  const rows: BoardRow[] = []
  const stages = new Map(journey.map((stage: string) => [stage, { stage, standing: 0, counted: 0 }]))
  const stageOf = (stage: string) => {
    const known = stages.get(stage) ?? { stage, standing: 0, counted: 0 }
    stages.set(stage, known)
    return known
  }
  const groups = new Map<string, { stages: readonly string[]; gate: string; count: number }>()
  const owners = new Set<string>()
  const needing: Needing[] = []
  let matching = 0
  let atAnyStage = 0
  for (const { row, group, searched } of lines) {
    const grouped = groups.get(group) ?? { stages: [row.stage, ...row.also], gate: row.gate, count: 0 }
    grouped.count += 1
    groups.set(group, grouped)
    if (row.next !== null) owners.add(row.next.owner)
    const why = needOf(row, { roles, today })
    if (why !== null) needing.push({ id: row.id, name: row.name, why })
    if (!fulfils(row, searched)) continue
    atAnyStage += 1
    // Somebody on two ways counts in both, and has one row.
    for (const stage of new Set([row.stage, ...row.also])) stageOf(stage).counted += 1
    if (!standsAt(row, asked.stage)) continue
    matching += 1
    stageOf(row.stage).standing += 1
    if (rows.length < asked.most) rows.push(row)
  }
  return {
    rows,
    matching,
    everybody: lines.length,
    stages: [...stages.values()],
    atAnyStage,
    groups: [...groups.values()],
    owners: [...owners].sort(),
    needing: { count: needing.length, first: needing.sort(byReason).slice(0, mostNamed) },
  }
}
