import {
  type Board,
  type BoardAsked,
  type BoardRow,
  fulfilling,
  heldBy,
  journey,
  mostNamed,
  type Needing,
  type Role,
  standsAt,
} from '@facialis/wire'
import { attentionReasonOf, byReason } from './attention.ts'
import type { Lines, Placed } from './lines.ts'
import type { RowGroup } from './row-groups.ts'

export type BoardView = Pick<
  Board,
  'rows' | 'matching' | 'everybody' | 'stages' | 'atAnyStage' | 'groups' | 'owners' | 'needing'
>
export type BoardViewRequest = Readonly<{ asked: BoardAsked; roles: readonly Role[]; today: string }>

/** Looks that are kept of one state of the board. */
const mostRemembered = 50

/** As `boardView`, once for each that is asked the same as long as no line changes: many people look at the same board. */
export function memoisedBoardViews(lines: Lines): (looking: BoardViewRequest) => BoardView {
  const looks = new Map<string, BoardView>()
  let lookedAt = -1
  return (looking) => {
    if (lookedAt !== lines.revision() || looks.size > mostRemembered) looks.clear()
    lookedAt = lines.revision()
    const key = JSON.stringify(looking)
    const look = looks.get(key) ?? boardView(lines, looking)
    looks.set(key, look)
    return look
  }
}

/** The board as one user sees it. Only a text search scans all names; the counts are maintained incrementally. */
export function boardView(lines: Lines, looking: BoardViewRequest): BoardView {
  return { ...found(lines, looking), ...counted(lines), needing: neededIn(lines, looking) }
}

/** Who fulfils the filters: how many at which stage, and the first of them. */
function found(
  lines: Lines,
  { asked }: BoardViewRequest,
): Pick<BoardView, 'rows' | 'matching' | 'stages' | 'atAnyStage'> {
  const passes = fulfilling({ ...asked, search: '' })
  const finds = fulfilling(asked)
  const meant = new Set([...lines.filtered()].filter(({ row }) => passes(row, '')))
  const stages = new Map(journey.map((stage: string) => [stage, { stage, standing: 0, counted: 0 }]))
  const stageOf = (stage: string) => {
    const known = stages.get(stage) ?? { stage, standing: 0, counted: 0 }
    stages.set(stage, known)
    return known
  }
  let matching = 0
  let atAnyStage = 0
  const count = (row: BoardRow, many: number): void => {
    atAnyStage += many
    // Somebody on two ways counts in both, and has one row.
    for (const stage of new Set([row.stage, ...row.also])) stageOf(stage).counted += many
    if (!standsAt(row, asked.stage)) return
    matching += many
    stageOf(row.stage).standing += many
  }
  const rows: BoardRow[] = []
  const isShown = (row: BoardRow): boolean => rows.length < asked.most && standsAt(row, asked.stage)
  if (asked.search.trim() === '') {
    for (const { row, many } of meant) count(row, many)
    const wanted = new Set([...meant].filter(({ row }) => standsAt(row, asked.stage)))
    for (const { row } of lines.firstOf(wanted, Math.min(asked.most, matching))) rows.push(row)
  } else
    for (const { row, filtered, searched } of lines.holding(heldBy(asked.search))) {
      if (!finds(row, searched) || !meant.has(filtered)) continue
      count(row, 1)
      if (isShown(row)) rows.push(row)
    }
  return { rows, matching, atAnyStage, stages: [...stages.values()] }
}

/** Of everybody, whatever is asked: by stage and gate, and whose turn it is. */
function counted(lines: Lines): Pick<BoardView, 'everybody' | 'groups' | 'owners'> {
  const groups = new Map<string, { stages: readonly string[]; gate: string; count: number }>()
  const owners = new Set<string>()
  for (const { row, many } of lines.filtered()) {
    const key = [row.gate, row.stage, ...row.also].join()
    const group = groups.get(key) ?? { stages: [row.stage, ...row.also], gate: row.gate, count: 0 }
    group.count += many
    groups.set(key, group)
    if (row.next !== null) owners.add(row.next.owner)
  }
  return { everybody: lines.size(), groups: [...groups.values()], owners: [...owners].sort() }
}

/** Who needs whoever looks: how many, and the first by name. */
function neededIn(lines: Lines, looking: BoardViewRequest): BoardView['needing'] {
  const reasons = new Map<RowGroup, Needing['why']>()
  const open = new Map<Needing['why'], number>()
  let count = 0
  for (const alike of lines.needing()) {
    const why = attentionReasonOf(alike.row, looking)
    if (why === null) continue
    reasons.set(alike, why)
    count += alike.many
    open.set(why, Math.min(mostNamed, (open.get(why) ?? 0) + alike.many))
  }
  let left = [...open.values()].reduce((sum, many) => sum + many, 0)
  const first: Needing[] = []
  const name = ({ row: { id, name }, needing }: Placed): void => {
    const why = reasons.get(needing)
    const many = why === undefined ? 0 : (open.get(why) ?? 0)
    if (why === undefined || many === 0) return
    open.set(why, many - 1)
    left -= 1
    first.push({ id, name, why })
  }
  for (const line of lines.inOrder()) {
    if (left === 0) break
    name(line)
  }
  return { count, first: first.sort(byReason).slice(0, mostNamed) }
}
