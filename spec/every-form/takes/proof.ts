import type { Plan } from '@facialis/engine/plan/plan.ts'
import { counterExampleText } from '@facialis/engine/prove/counter-example-text.ts'
import { proofsOf } from '@facialis/engine/prove/index.ts'
import { learningMoves } from '@facialis/engine/prove/learning-moves.ts'
import { stateSpaceOf } from '@facialis/engine/prove/state-space.ts'
import { outcomesOf, type State, smallestState, variablesOf } from '@facialis/engine/prove/states.ts'
import { type Counts, page, sum } from './counted.ts'

function proved(plan: Plan): Counts {
  const space = stateSpaceOf(plan)
  const roots = [...plan.decisions.keys()].map(space.decision)
  const branchings = space.d.nodes()
  const movesOf = learningMoves(space)
  const moves = space.coordinates.all.flatMap(movesOf)
  const states = roots.flatMap((root) =>
    [...outcomesOf(space, root)].map((wanted) => smallestState(space, root, (one) => one === wanted) as State),
  )
  const words = states.map((state) => counterExampleText(space, state, null).state)
  const proofs = [...proofsOf(plan.pathway)]
  return {
    branchings,
    'branchings once it is known what learning does': space.d.nodes(),
    variables: space.coordinates.all.length,
    'variables that answers look at': sum(roots, (root) => variablesOf(space, [root]).length),
    'what learning may turn': moves.length,
    'from what to what, added up': sum(moves, ([from, to]) => 3 * from + to),
    'answers that come out': states.length,
    'what has to be so for them': sum(states, (state) => state.length),
    'which of its values': sum(states, (state) => sum(state, ({ value }) => value)),
    'characters that say so': sum(words, (all) => sum(all, (one) => one.length)),
    promises: proofs.length,
    'that hold': proofs.filter(({ holds }) => holds).length,
    'digits of how many states there are': sum(proofs, ({ states: many }) => String(many).length),
    'characters of what breaks them': sum(proofs, ({ counter }) => JSON.stringify(counter).length),
  }
}

export const proofTakes = page('proof-takes.txt', proved)
