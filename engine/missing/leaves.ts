import { memoiseWeak } from '@facialis/language'
import { type ResolvedFact, resolvedFactOf } from '../chart/resolved-chart.ts'
import { dictionaryOf } from '../ground/dictionary.ts'
import type { Place } from '../plan/layout.ts'
import { blank, isWord, noWord } from '../plan/layout.ts'
import type { NodeIndex, Plan, PlanNode, PlanParameters, TruthOp } from '../plan/plan.ts'
import { type Sheet, wordAt, writeValue } from '../plan/sheet.ts'
import type { World } from '../world/world.ts'
import type { DiagramTable } from './diagram-table.ts'
import { levelsOf } from './levels.ts'
import { probingOf } from './probing.ts'
import { representativeValues } from './representative-values.ts'
import type { Diagram } from './unique-table.ts'
import { saysNo } from './variables.ts'

/** More open facts than this in one comparison are left open: it is then settled by none of them. */
const maxUnknownsPerComparison = 3

type Word = Extract<TruthOp, { op: 'word' }>

/** What a word that is not known comes to is the same for everybody: each is made once, as long as there is the table. */
const diagramsOfWords = memoiseWeak((_: DiagramTable) => new Map<number, Diagram>())

type Context = Readonly<{
  plan: Plan
  world: World
  sheet: Sheet
  asking: PlanParameters
  table: DiagramTable
}>

/** Diagrams of conditions about single facts: what they come to for each value an unknown fact could take. */
export function leavesOf({ plan, world, sheet, asking, table }: Context) {
  const levels = levelsOf(plan)
  const wordsKnown = diagramsOfWords(table)
  const probe = probingOf(plan)
  const { screensOf } = dictionaryOf(plan.pathway)
  const assumed: (readonly [Place, number])[] = []
  const isAssumed = (place: Place, row: number): boolean => assumed.some(([p, r]) => p === place && r === row)

  const cellsOf = ({ entryKind }: Place): Int32Array =>
    entryKind === null ? sheet.person : (sheet.rows[entryKind] as Int32Array)
  const beginOf = ({ entryKind }: Place, row: number): number =>
    entryKind === null
      ? 0
      : row * (plan.layout.entryKinds[entryKind] as (typeof plan.layout.entryKinds)[number]).row.width
  const cellAt = (place: Place, row: number): number => cellsOf(place)[beginOf(place, row) + place.cell] as number
  const isKnown = (place: Place, row: number): boolean => cellAt(place, row) !== (isWord(place.fact) ? noWord : blank)

  /** The diagram as if the place had the value, or were sure to stay as it is. */
  const assuming = (place: Place, row: number, standing: ResolvedFact | null, of: () => Diagram): Diagram => {
    const cells = cellsOf(place)
    const begin = beginOf(place, row)
    const before = cells.slice(begin + place.cell, begin + endOf(place))
    assumed.push([place, row])
    if (standing?.known) writeValue(cells, begin, place, standing.value, standing.date)
    const diagram = of()
    cells.set(before, begin + place.cell)
    assumed.pop()
    return diagram
  }

  /** A diagram for each value the place could take, and for its staying as it is; the lists that answer it stand above. */
  const over = (place: Place, row: number, as: (standing: ResolvedFact | null) => Diagram): Diagram => {
    const own = choose(levels.at(place, row), [...representativeValues(place.fact, world).map(as), as(null)])
    if (place.entryKind !== null || isMarked(place)) return own
    return screensOf(place.fact).reduce((so, screen) => choose(levels.screen(screen), [as(saysNo), so]), own)
  }
  /** A list asked today does not answer what is marked as not known today. */
  const isMarked = ({ fact }: Place): boolean => {
    const standing = resolvedFactOf(world, fact, null)
    return !standing.known && (standing.why === 'conflicting' || standing.date?.hi === world.asOf)
  }

  /** One diagram per branch of a variable, put in order whatever they mention themselves. */
  const choose = (level: number, branches: readonly Diagram[]): Diagram => {
    if (branches.every((branch) => table.levelOf(branch) > level)) return table.makeNode(level, branches)
    const chooser = table.makeNode(
      level,
      branches.map((_, i) => i),
    )
    return table.applyAll('choose', [chooser, ...branches], ([which, ...values]) => values[which as number] as number)
  }

  const expand = (node: NodeIndex, row: number): Diagram => {
    const { truth, open } = probe({ node, row, sheet, asking, isAssumed })
    if (!open || assumed.length >= maxUnknownsPerComparison) return truth
    return over(open.place, open.row, (standing) => assuming(open.place, open.row, standing, () => expand(node, row)))
  }

  const word = (index: NodeIndex, { place, mask }: Word, row: number): Diagram => {
    const truthOf = (value: number): number => (value === noWord ? 1 : ((mask >>> value) & 1) << 1)
    const value = cellAt(place, row)
    if (value !== noWord) return truthOf(value)
    const key =
      place.entryKind === null ? 2 * index + (isMarked(place) ? 1 : 0) : 2 * (index + (row + 1) * plan.nodes.length)
    const before = wordsKnown.get(key)
    if (before !== undefined) return before
    const diagram = over(place, row, (standing) => (standing?.known ? truthOf(wordAt(place, standing.value)) : 1))
    wordsKnown.set(key, diagram)
    return diagram
  }

  const member = (place: Place, mask: number, row: number): Diagram => {
    const value = cellAt(place, row)
    if (value !== blank) return (value & mask) === 0 ? 0 : 2
    const truthOf = (standing: ResolvedFact): number =>
      standing.known && (wordAt(place, standing.value) & mask) !== 0 ? 2 : 0
    return table.makeNode(levels.at(place, row), [...representativeValues(place.fact, world).map(truthOf), 1])
  }

  return (index: NodeIndex, row: number): Diagram => {
    const node = plan.nodes[index] as PlanNode & TruthOp
    if (node.op === 'word') return word(index, node, row)
    if (node.op === 'member') return member(node.place, node.mask, row)
    if (node.op === 'unanswered' && isKnown(node.place, row)) return 0
    return expand(index, row)
  }
}

/** The cell after the last that belongs to a place. */
const endOf = ({ fact, cell, observed }: Place): number =>
  observed === null ? cell + (fact.type === 'date' ? 2 : 1) : observed + 2
