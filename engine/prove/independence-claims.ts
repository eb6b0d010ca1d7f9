import { counterExample } from './counter-example.ts'
import { factsReadBy } from './dependence-example.ts'
import type { Claim, Proof } from './proof.ts'
import type { StateSpace } from './state-space.ts'
import { statesOver, variablesOf } from './states.ts'

/**
 * That answers hang on none of these facts, because nothing they rest on reads one. What reads a fact and is never moved by it
 * is told as well: nobody has to believe that it is never moved.
 */
export const independenceClaims = (space: StateSpace): readonly Claim[] =>
  (space.plan.pathway.toProve.unmoved ?? []).map(({ id, text, decisions, by }) => {
    const prove = (): Proof => {
      const asked = decisions.map((one) => space.plan.decisions.findIndex(({ decision }) => decision === one))
      const moved = asked.flatMap((decision) =>
        factsReadBy(space.plan, decision, by).map((fact) => ({ decision, by: fact })),
      )
      const roots = asked.map(space.decision)
      return {
        id,
        text,
        holds: moved.length === 0,
        states: statesOver(space, variablesOf(space, roots)),
        counter:
          moved.length === 0
            ? null
            : {
                state: moved.map((one) => `${space.plan.decisions[one.decision]?.decision.id} reads ${one.by.id}`),
                change: null,
              },
        example: (asking) => {
          for (const one of moved) {
            const found = counterExample(space, { kind: 'moved', ...one }, [], asking)
            if (found) return found
          }
          return null
        },
      }
    }
    return { id, prove }
  })
