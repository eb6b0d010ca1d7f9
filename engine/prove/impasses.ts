import { all, any, type Condition, established, not, type OpenDecision, type Pathway } from '@facialis/language'
import type { Impasse } from './dead-ends.ts'
import { isOneOf, waysOutBy } from './ways-out.ts'

type OpenQuestions = Readonly<{
  decisions: readonly OpenDecision[]
  /** Of whom nothing more is asked here. */
  passedOn: Condition
}>

/** Each reason that shuts a gate by itself, then each other open decision that no gate asks for, with what leads on from there. */
export function impassesOf({ steps }: Pathway, { decisions, passedOn }: OpenQuestions): readonly Impasse[] {
  const ways = waysOutBy(steps, decisions)
  const asked = decisions
    .filter((one) => !isAskedByGate(one, decisions))
    .map((one): AskedDecision => {
      const stands = all(isOneOf(one.decision, one.open), not(established(passedOn)))
      return { one, isOpen: one.final ? all(stands, not(established(one.final))) : stands }
    })
  const reasons = asked.flatMap((one) => impassesByReason(one, ways))
  // Whatever keeps another decision open mostly shuts a gate as well.
  return [...reasons, ...asked.flatMap((one) => impasseOfDecision(one, ways, reasons))]
}

type AskedDecision = Readonly<{ one: OpenDecision; isOpen: Condition }>
type Ways = ReturnType<typeof waysOutBy>

/** A gate is shut by its reasons: where each of them is led on from, the gate is. */
function impassesByReason({ one: { decision }, isOpen }: AskedDecision, { wayOut }: Ways): readonly Impasse[] {
  const { body } = decision
  if (body.kind !== 'gate') return []
  return [
    ...body.needs.map(({ id, needs }) => ({ id, isShut: not(established(needs)), leadsOn: wayOut(needs, 'yes') })),
    ...body.limits
      .filter(({ effect }) => effect === 'block')
      .map(({ id, when, atChair }) => ({
        id,
        // Not asked yet at the chair, it is in nobody's way.
        isShut: atChair ? established(when) : not(established(not(when))),
        leadsOn: wayOut(when, 'no'),
      })),
  ].map(({ id, isShut, leadsOn }) => ({
    id: `${decision.id}/${id}`,
    text: `Whom ${id} shuts out of ${decision.id} has a step that moves just that, or waits for a known day.`,
    isOpen: all(isOpen, isShut),
    leadsOn,
    given: [],
  }))
}

function impasseOfDecision(
  { one, isOpen }: AskedDecision,
  { wayTo }: Ways,
  given: readonly Impasse[],
): readonly Impasse[] {
  const { decision, open, wanted } = one
  if (decision.body.kind === 'gate') return []
  return [
    {
      id: decision.id,
      text: `Whoever is told ${open.join(' or ')} of ${decision.id} has a step that moves what keeps it there, or waits for a known day.`,
      isOpen,
      leadsOn: any(...wanted.map((answer) => wayTo(decision, answer))),
      given,
    },
  ]
}

/** Whoever it is open for is shut out by a need of a gate, for as long and with the same ways out: it is asked about there. */
function isAskedByGate({ decision, open, wanted }: OpenDecision, decisions: readonly OpenDecision[]): boolean {
  if (decision.answers.some((answer) => !open.includes(answer) && !wanted.includes(answer))) return false
  const needs = decisions.flatMap(({ decision: { body } }) => (body.kind === 'gate' ? body.needs : []))
  return needs.some(({ needs }) => {
    const need = needs.kind === 'named' ? needs.of : needs
    return need.kind === 'decided' && need.decision === decision && isSameSet(need.answers, wanted)
  })
}

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).symmetricDifference(new Set(other)).size === 0
