import { type Condition, type Decision, memoiseWeak } from '@facialis/language'
import { never, type ResolvedChart } from '../chart/resolved-chart.ts'
import { planOf } from '../plan/lower.ts'
import type { NodeIndex, Plan, PlanNode, PlannedBody, TruthOp } from '../plan/plan.ts'
import { planParameters } from '../plan/plan-parameters.ts'
import { createWorld } from '../world/create-world.ts'
import { sheetOfChart } from '../world/sheet-of-chart.ts'
import { type BinaryOperation, type DiagramTable, diagramTable } from './diagram-table.ts'
import { fixedTruths } from './fixed-truths.ts'
import { withHypotheticals } from './hypotheticals.ts'
import { leavesOf } from './leaves.ts'
import { type LevelQuestion, levelQuestions } from './level-questions.ts'
import { and, established, first, need, not, operationsOf, or, worse } from './operations.ts'
import { recentDiagrams } from './recent-diagrams.ts'
import type { Diagram } from './unique-table.ts'
import { type Variable, variablesOf } from './variables.ts'

/**
 * Decision diagrams over what is not known: "the cheapest facts that would open this" becomes a shortest path
 * instead of a search through subsets, exact because every branch is evaluated.
 */
export type Diagrams = Readonly<{
  table: DiagramTable
  asked: (level: number) => LevelQuestion
  variables: (level: number) => Variable
  ofDecision: (decision: Decision) => Diagram
  /** Of a condition that some decision rests on. */
  ofCondition: (condition: Condition) => Diagram
}>

/** More than a few thousand people fill; then a new one is begun, and what was in the old one is given back. */
const maxTableSize = 300_000
const sharedTables = memoiseWeak((_: Plan): { table: DiagramTable } => ({ table: diagramTable() }))
/** People are alike in what is not known of them: most of what has to be joined was joined for somebody before. */
function sharedTable(plan: Plan): DiagramTable {
  const shelf = sharedTables(plan)
  if (shelf.table.size() > maxTableSize) shelf.table = diagramTable()
  return shelf.table
}

/** One diagram per condition and per decision of a person, each made when it is first asked for. */
export function diagramsOf(chart: ResolvedChart): Diagrams {
  const plan = planOf(chart.pathway)
  const base: ResolvedChart = { ...withHypotheticals(chart), horizon: { next: never } }
  const world = createWorld(base)
  const table = sharedTable(plan)
  const sheet = sheetOfChart(plan.layout, base)
  const asking = planParameters(plan, chart)
  const leaf = leavesOf({ plan, world, sheet, asking, table })
  const joins = operationsOf(plan)
  const settled = fixedTruths(plan, sheet, asking)
  const countOf = (entryKind: number): number => sheet.counts[entryKind] as number

  const ofNode = remembering(plan.nodes, (index, row) => nodeDiagram(index, row))
  const ofPlanned = remembering(plan.decisions, (index, row) =>
    decisionDiagram(index, (plan.decisions[index] as Plan['decisions'][number]).body, row),
  )
  const recent = recentDiagrams({ table, sheet, layout: plan.layout, ofNode })

  const nodeDiagram = (index: NodeIndex, row: number): Diagram => {
    const node = plan.nodes[index] as PlanNode & TruthOp
    const truth = settled(index, row)
    if (truth !== 1) return truth
    switch (node.op) {
      case 'constant':
        return node.truth
      case 'word':
      case 'member':
      case 'unanswered':
      case 'compare':
        return leaf(index, row)
      case 'all':
      case 'any':
        return joined(node, row)
      case 'not':
        return table.map(not, ofNode(node.of, row))
      case 'established':
        return table.map(established, ofNode(node.of, row))
      case 'decided':
        return table.map(joins.decided(node), ofPlanned(node.decision, row))
      case 'some': {
        let so: Diagram = 0
        for (let i = countOf(node.entryKind) - 1; i >= 0 && so !== 2; i--)
          so = table.apply(or, ofNode(node.where, i), so)
        return so
      }
      case 'recent':
        return recent(node)
      default:
        return node satisfies never
    }
  }

  const joined = ({ op, of }: Extract<TruthOp, { op: 'all' | 'any' }>, row: number): Diagram => {
    const how = op === 'all' ? and : or
    const decisive = op === 'all' ? 0 : 2
    // One part that decides spares the others.
    for (let i = 0; i < of.length; i++) if (settled(of[i] as NodeIndex, row) === decisive) return decisive
    let so: Diagram = 2 - decisive
    // Last first: what is new then stands above what is there, and joining touches only the top.
    for (let i = of.length - 1; i >= 0 && so !== decisive; i--)
      so = table.apply(how, ofNode(of[i] as NodeIndex, row), so)
    return so
  }

  const decisionDiagram = (index: number, body: PlannedBody, row: number): Diagram => {
    const how = joins.of(index)
    switch (body.kind) {
      case 'ranked': {
        let below: Diagram = body.otherwise
        for (let i = body.rules.length - 1; i >= 0; i--)
          below = table.apply(
            how[i] as BinaryOperation,
            ofNode((body.rules[i] as (typeof body.rules)[number]).when, row),
            below,
          )
        return below
      }
      case 'gate': {
        let so: Diagram = 2
        for (let i = body.limits.length - 1; i >= 0; i--)
          so = table.apply(
            how[i] as BinaryOperation,
            ofNode((body.limits[i] as (typeof body.limits)[number]).when, row),
            so,
          )
        for (const one of body.needs.toReversed()) so = table.apply(need, ofNode(one, row), so)
        return body.behind === null ? so : table.apply(worse, ofPlanned(body.behind, row), so)
      }
      case 'fold': {
        const { toRank, fromRank } = joins.fold(index)
        let so: Diagram = body.join.length
        for (let i = countOf(body.entryKind) - 1; i >= 0; i--)
          so = table.apply(first, table.map(toRank, ofPlanned(body.each, i)), so)
        return table.map(fromRank, so)
      }
      default:
        return body satisfies never
    }
  }

  return {
    table,
    asked: levelQuestions(plan),
    variables: variablesOf(plan, world),
    ofDecision: (decision) =>
      ofPlanned(
        plan.decisions.findIndex((planned) => planned.decision === decision),
        0,
      ),
    ofCondition: (condition) => {
      const node = plan.nodeOf.get(condition)
      if (node === undefined) throw new Error(`No decision of ${plan.pathway.id} rests on this condition.`)
      return ofNode(node, 0)
    },
  }
}

const notMade = -1

/** What is asked of the person is made once, what is asked of entries once an entry. */
function remembering(
  of: readonly Readonly<{ within: number | null }>[],
  make: (index: number, row: number) => Diagram,
): (index: number, row: number) => Diagram {
  const ofPerson = new Int32Array(of.length).fill(notMade)
  const ofEntries: (Diagram[] | undefined)[] = []
  return (index, row) => {
    if (of[index]?.within === null) {
      const before = ofPerson[index] as number
      if (before !== notMade) return before
      const made = make(index, row)
      ofPerson[index] = made
      return made
    }
    ofEntries[index] ??= []
    const rows = ofEntries[index]
    const before = rows[row]
    if (before !== undefined) return before
    const made = make(index, row)
    rows[row] = made
    return made
  }
}
