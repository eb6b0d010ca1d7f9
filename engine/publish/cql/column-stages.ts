import { memoise } from '@facialis/language'
import { operandsOf } from '../../plan/operands.ts'
import type { NodeIndex, PlanNode, PlannedDecision } from '../../plan/plan.ts'
import { conditionOperands, decisionOperands } from '../../plan/planned-body.ts'
import type { LoweredLibrary } from './lowered-library.ts'

/** Something computed once for each entry of a kind: a condition or amount, or the answer of a decision. */
export type Column = Readonly<{ node: NodeIndex } | { decision: number }>

export type ColumnStages = Readonly<{
  isColumn: (node: NodeIndex) => boolean
  /** The stage in which a column is computed, from 1. */
  stageOf: (column: Column) => number
  /** The latest stage whose columns these nodes need; 0 where the recorded fields are enough. */
  needs: (nodes: readonly NodeIndex[]) => number
  /** The columns of one kind of entry by stage. */
  columnsOf: (entryKind: number) => readonly (readonly Column[])[]
}>

type StageNeed = Readonly<{ columns: number; person: number }>

/**
 * CQL caches definitions about a person, but nothing about an entry. What is needed of each entry more than once is
 * therefore a column of a table of that kind. A column that depends on the person, where that in turn depends on entries,
 * comes in a later table than theirs.
 */
export function columnStages(lowered: LoweredLibrary): ColumnStages {
  const { nodes, decisions } = lowered
  const node = (index: NodeIndex): PlanNode => nodes[index] as PlanNode
  const isColumn = (index: NodeIndex): boolean =>
    node(index).within !== null &&
    node(index).uses > 0 &&
    node(index).op !== 'constant' &&
    (lowered.nameOf.has(index) || (node(index).uses > 1 && !isCheapToRepeat(nodes, index)))

  const most = (needs: readonly StageNeed[]): StageNeed => ({
    columns: Math.max(0, ...needs.map(({ columns }) => columns)),
    person: Math.max(0, ...needs.map(({ person }) => person)),
  })

  /** What an expression that uses this node needs. */
  const need = (index: NodeIndex): StageNeed => {
    if (node(index).within === null) return { columns: 0, person: personStage(index) }
    if (isColumn(index)) return { columns: nodeStage(index), person: 0 }
    return ownNeed(index)
  }
  const ownNeed = memoise((index: NodeIndex): StageNeed => {
    const one = node(index)
    const under = operandsOf(one).map(need)
    return most(one.op === 'decided' ? [decisionNeed(one.decision)] : under)
  })
  const decisionNeed = (at: number): StageNeed =>
    (decisions[at] as PlannedDecision).within === null
      ? { columns: 0, person: personDecisionStage(at) }
      : { columns: decisionStage(at), person: 0 }
  const columnStage = ({ columns, person }: StageNeed): number => Math.max(1, columns, person + 1)
  const nodeStage = memoise((index: NodeIndex): number => columnStage(ownNeed(index)))
  const decisionStage = memoise((at: number): number =>
    columnStage(most(conditionOperands((decisions[at] as PlannedDecision).body).map(need))),
  )
  /** The latest table that this node depends on. */
  const personStage = memoise((index: NodeIndex): number => {
    if (lowered.isIncluded(index)) return 0
    const one = node(index)
    if (one.op === 'decided') return decisionNeed(one.decision).person
    const { columns, person } = most(operandsOf(one).map(need))
    return Math.max(columns, person)
  })
  const personDecisionStage = memoise((at: number): number => {
    if (!lowered.decided.has(at)) return 0
    const { body } = decisions[at] as PlannedDecision
    if (body.kind === 'fold') return decisionStage(body.each)
    const { columns, person } = most([
      ...decisionOperands(body).map(decisionNeed),
      ...conditionOperands(body).map(need),
    ])
    return Math.max(columns, person)
  })

  const stageOf = (column: Column): number =>
    'node' in column ? nodeStage(column.node) : decisionStage(column.decision)
  return {
    isColumn,
    stageOf,
    needs: (list) => most(list.map(need)).columns,
    columnsOf: (entryKind) => {
      const columns: Column[] = [
        ...nodes.flatMap(({ within }, index) => (within === entryKind && isColumn(index) ? [{ node: index }] : [])),
        ...decisions.flatMap(({ within }, at) =>
          within === entryKind && lowered.decided.has(at) ? [{ decision: at }] : [],
        ),
      ]
      const stages: Column[][] = []
      for (const column of columns) {
        const stage = stages[stageOf(column)] ?? []
        stages[stageOf(column)] = stage
        stage.push(column)
      }
      return Array.from(stages, (stage) => stage ?? [])
    },
  }
}

/** Repeating the expression costs no more than looking it up. */
export function isCheapToRepeat(nodes: readonly PlanNode[], index: NodeIndex): boolean {
  const node = nodes[index] as PlanNode
  return node.op === 'not' || node.op === 'established' || operandsOf(node).length === 0
}
