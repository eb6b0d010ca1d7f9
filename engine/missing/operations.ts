import { memoiseWeak } from '@facialis/language'
import type { Plan, PlannedBody, PlannedDecision, TruthOp } from '../plan/plan.ts'
import { type BinaryOperation, both, other, type UnaryOperation } from './diagram-table.ts'

const least = (a: number, b: number): number => (a < b ? a : b)

/** Kleene's: one that decides, else unknown if any is. */
export const and: BinaryOperation = { id: 0, of: least, a: [0, both, other], b: [0, both, other], idempotent: true }
export const or: BinaryOperation = {
  id: 1,
  of: (a, b) => (a > b ? a : b),
  a: [other, both, 2],
  b: [other, both, 2],
  idempotent: true,
}
/** The worse of two answers of a gate. */
export const worse: BinaryOperation = and
/** A need and what the gate comes to without it. */
export const need: BinaryOperation = {
  id: 2,
  of: (truth, answer) => (truth === 2 ? answer : 0),
  a: [0, 0, other],
  b: [0],
  idempotent: false,
}
/** Two answers of entries as positions in a join; the first counts. */
export const first: BinaryOperation = { id: 3, of: least, a: [0], b: [0], idempotent: true }
export const not: UnaryOperation = { id: 4, of: (truth) => 2 - truth }
export const established: UnaryOperation = { id: 5, of: (truth) => (truth === 2 ? 2 : 0) }
const firstFree = 6

type Fold = Extract<PlannedBody, { kind: 'fold' }>
type Decided = Extract<TruthOp, { op: 'decided' }>

/** Joins and changes that differ from decision to decision. */
export type DecisionOperations = Readonly<{
  /** Of each rule or limit of a decision, with what those below it come to. */
  of: (decision: number) => readonly BinaryOperation[]
  decided: (node: Decided) => UnaryOperation
  fold: (decision: number) => Readonly<{ toRank: UnaryOperation; fromRank: UnaryOperation }>
}>

/** Made once for each plan. */
export const operationsOf: (plan: Plan) => DecisionOperations = memoiseWeak(joinsIn)

function joinsIn({ decisions, nodes }: Plan): DecisionOperations {
  let next = firstFree
  const decided = new Map<Decided, UnaryOperation>()
  for (const node of nodes) {
    if (node.op !== 'decided') continue
    const { yes, unknown } = node
    decided.set(node, {
      id: next++,
      of: (answer) => (((yes >>> answer) & 1) !== 0 ? 2 : (unknown >>> answer) & 1),
    })
  }
  const byDecision = decisions.map(({ body }) =>
    joinsWithin(body).map((join): BinaryOperation => ({ id: next++, ...join })),
  )
  const folds = decisions.map(({ body }) => {
    const [toId, fromId] = [next++, next++]
    return body.kind === 'fold' ? ranksOf(body, toId, fromId) : null
  })
  return {
    of: (decision) => byDecision[decision] as readonly BinaryOperation[],
    decided: (node) => decided.get(node) as UnaryOperation,
    fold: (decision) => folds[decision] as ReturnType<typeof ranksOf>,
  }
}

function joinsWithin(body: PlannedDecision['body']): readonly Omit<BinaryOperation, 'id'>[] {
  switch (body.kind) {
    case 'ranked':
      return body.rules.map(({ answer }) => ({
        of: (truth, below) => (truth === 2 ? answer : truth === 0 ? below : (body.meets[answer]?.[below] as number)),
        a: [other, both, answer],
        b: [],
        idempotent: false,
      }))
    case 'gate':
      return body.limits.map(({ ifUnknown, ifYes }) => ({
        of: (truth, answer) => (truth === 0 ? answer : least(answer, 2 - (truth === 2 ? ifYes : ifUnknown))),
        a: [other],
        b: [0],
        idempotent: false,
      }))
    case 'fold':
      return []
    default:
      return body satisfies never
  }
}

/** An answer of an entry as its position in the join, and back. */
const ranksOf = ({ join, otherwise }: Fold, toId: number, fromId: number) => ({
  toRank: {
    id: toId,
    of: (answer: number): number => {
      const rank = join.findIndex(({ each }) => each === answer)
      return rank < 0 ? join.length : rank
    },
  },
  fromRank: { id: fromId, of: (rank: number): number => join[rank]?.answer ?? otherwise },
})
