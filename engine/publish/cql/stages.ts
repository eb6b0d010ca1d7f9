import { memoise } from '@facialis/language'
import { operandsOf } from '../../plan/operands.ts'
import type { NodeIndex, PlanNode, PlannedDecision } from '../../plan/plan.ts'
import { conditionOperands, decisionOperands } from '../../plan/planned-body.ts'
import type { Lowered } from './lowered.ts'

/** Something worked out once for each entry of a kind: a condition or amount, or the answer of a decision. */
export type Column = Readonly<{ node: NodeIndex } | { decision: number }>

export type Stages = Readonly<{
  isColumn: (node: NodeIndex) => boolean
  /** The stage in which a column is worked out, from 1. */
  stageOf: (column: Column) => number
  /** The latest stage whose columns are needed to say this of an entry; 0 where what is recorded is enough. */
  needs: (nodes: readonly NodeIndex[]) => number
  /** The columns of one kind of entry by stage. */
  columnsOf: (entryKind: number) => readonly (readonly Column[])[]
}>

type Need = Readonly<{ columns: number; person: number }>

/**
 * CQL remembers what is defined about a person, and nothing about an entry. What is asked of each entry more than once
 * stands in a table of that kind; where a column asks about the person, and that about entries again, it comes in
 * a later table than those.
 */
export function stagesOf(lowered: Lowered): Stages {
  const { nodes, decisions } = lowered
  const node = (index: NodeIndex): PlanNode => nodes[index] as PlanNode
  const isColumn = (index: NodeIndex): boolean =>
    node(index).within !== null &&
    node(index).uses > 0 &&
    node(index).op !== 'constant' &&
    (lowered.nameOf.has(index) || (node(index).uses > 1 && !isPlain(nodes, index)))

  const most = (needs: readonly Need[]): Need => ({
    columns: Math.max(0, ...needs.map(({ columns }) => columns)),
    person: Math.max(0, ...needs.map(({ person }) => person)),
  })

  /** What saying this node takes, from wherever it is said. */
  const need = (index: NodeIndex): Need => {
    if (node(index).within === null) return { columns: 0, person: personStage(index) }
    if (isColumn(index)) return { columns: nodeStage(index), person: 0 }
    return ownNeed(index)
  }
  const ownNeed = memoise((index: NodeIndex): Need => {
    const one = node(index)
    const under = operandsOf(one).map(need)
    return most(one.op === 'decided' ? [decisionNeed(one.decision)] : under)
  })
  const decisionNeed = (at: number): Need =>
    (decisions[at] as PlannedDecision).within === null
      ? { columns: 0, person: personDecisionStage(at) }
      : { columns: decisionStage(at), person: 0 }
  const columnStage = ({ columns, person }: Need): number => Math.max(1, columns, person + 1)
  const nodeStage = memoise((index: NodeIndex): number => columnStage(ownNeed(index)))
  const decisionStage = memoise((at: number): number =>
    columnStage(most(conditionOperands((decisions[at] as PlannedDecision).body).map(need))),
  )
  /** The latest table that anything under it goes through. */
  const personStage = memoise((index: NodeIndex): number => {
    if (lowered.isElsewhere(index)) return 0
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

/** Said again as quickly as it is looked up. */
export function isPlain(nodes: readonly PlanNode[], index: NodeIndex): boolean {
  const node = nodes[index] as PlanNode
  return node.op === 'not' || node.op === 'established' || operandsOf(node).length === 0
}
