import {
  all,
  any,
  type Condition,
  decided,
  established,
  not,
  type OpenDecision,
  type Pathway,
} from '@facialis/language'
import type { Impasse } from './dead-ends.ts'
import { waysOutBy } from './ways-out.ts'

type Open = Readonly<{
  decisions: readonly OpenDecision[]
  /** Of whom nothing more is asked here. */
  passedOn: Condition
}>

/** Each open decision, and each reason that shuts a gate by itself, with what leads on from there. */
export function impassesOf({ steps }: Pathway, { decisions, passedOn }: Open): readonly Impasse[] {
  const { wayOut, wayTo } = waysOutBy(steps)
  const here = not(established(passedOn))
  return decisions.flatMap(({ decision, open, wanted, final }) => {
    const isOpen = all(decided(decision, ...(open as readonly never[] as [never])), here)
    const { body } = decision
    const reasons =
      body.kind !== 'gate'
        ? []
        : [
            ...body.needs.map(({ id, needs }) => ({ id, isShut: not(established(needs)), out: wayOut(needs, 'yes') })),
            ...body.limits
              .filter(({ effect }) => effect === 'block')
              .map(({ id, when, atChair }) => ({
                id,
                // Not asked yet at the chair, it is in nobody's way.
                isShut: atChair ? established(when) : not(established(not(when))),
                out: wayOut(when, 'no'),
              })),
          ]
    return [
      {
        id: decision.id,
        text: `Whoever is told ${open.join(' or ')} of ${decision.id} has a step that moves what keeps it there, or waits for a known day.`,
        isOpen: final ? all(isOpen, not(established(final))) : isOpen,
        leadsOn: any(...wanted.map((answer) => wayTo(decision, answer))),
      },
      ...reasons.map(({ id, isShut, out }) => ({
        id: `${decision.id}/${id}`,
        text: `Whom ${id} shuts out of ${decision.id} has a step that moves just that, or waits for a known day.`,
        isOpen: all(isOpen, isShut),
        leadsOn: out,
      })),
    ]
  })
}
