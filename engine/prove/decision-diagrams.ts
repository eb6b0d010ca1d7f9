import type { NodeIndex, Plan, PlannedBody, PlannedDecision } from '../plan/plan.ts'
import type { Coordinates } from './coordinates.ts'
import type { Diagram, DiagramManager } from './diagram-manager.ts'
import { no, unknown, yes } from './kleene.ts'

type Context = Readonly<{
  plan: Plan
  d: DiagramManager
  coordinates: Coordinates
  condition: (node: NodeIndex) => Diagram
}>

/** Decisions as diagrams over those of their conditions; what comes out is a position among the answers. */
export function decisionDiagrams({ plan, d, coordinates, condition }: Context) {
  const decisions = new Map<number, Diagram>()
  const decision = (index: number): Diagram => {
    const known = decisions.get(index)
    if (known !== undefined) return known
    const made = decided((plan.decisions[index] as Plan['decisions'][number]).body, index)
    decisions.set(index, made)
    return made
  }
  const decided = (body: PlannedBody, index: number): Diagram => {
    switch (body.kind) {
      case 'ranked':
        return body.rules.reduceRight(
          (below, { when, answer }) =>
            d.apply(condition(when), below, {
              name: `rank ${index} ${answer}`,
              of: (truth, rest) =>
                truth === yes ? answer : truth === no ? rest : (body.meets[answer]?.[rest] as number),
            }),
          d.terminal(body.otherwise),
        )
      case 'gate': {
        // From the last to the first: how far the gate is shut, 0 open to 2 shut.
        let shut = body.limits.reduceRight(
          (so, { when, ifUnknown, ifYes }) =>
            d.apply(condition(when), so, {
              name: `limit ${ifUnknown} ${ifYes}`,
              of: (truth, level) => Math.max(level, truth === yes ? ifYes : truth === unknown ? ifUnknown : 0),
            }),
          d.terminal(0),
        )
        for (const need of body.needs.toReversed())
          shut = d.apply(condition(need), shut, { name: 'need', of: (truth, level) => (truth === yes ? level : 2) })
        if (body.behind !== null)
          shut = d.apply(decision(body.behind), shut, {
            name: 'behind',
            of: (answer, level) => Math.max(2 - answer, level),
          })
        return d.map(shut, { name: 'as answer', of: (level) => 2 - level })
      }
      case 'fold': {
        const each = plan.decisions[body.each] as Plan['decisions'][number]
        const { answers } = (plan.decisions[index] as Plan['decisions'][number]).decision
        // Equal questions joined in the same way come to the same: they are one coordinate.
        const key = `fold ${body.entryKind} ${decision(body.each)} ${body.join.map((one) => `${one.each}-${one.answer}`)} ${body.otherwise}`
        const { variable } = coordinates.getOrCreate(key, () => ({
          size: answers.length,
          subject: { kind: 'fold', decision: index },
          learnable: foldLearnable(each.decision.boldness, answers),
        }))
        return d.makeNode(
          variable,
          answers.map((_, i) => d.terminal(i)),
        )
      }
      default:
        return body satisfies never
    }
  }
  const withoutRule = (index: number, rule: number): Diagram => {
    const { body } = plan.decisions[index] as PlannedDecision
    if (body.kind !== 'ranked') throw new Error(`Decision ${index} has no ranked rules.`)
    return decided({ ...body, rules: body.rules.filter((_, i) => i !== rule) }, index)
  }
  return { decision, withoutRule }
}

/**
 * Learning more about an entry takes what all come to up, to a bolder answer; that holds of each entry by itself. What a
 * further entry shows is new evidence, not an answer to what was open: no state learns it.
 */
function foldLearnable(boldness: readonly (readonly string[])[] | null, answers: readonly string[]) {
  const level = (answer: number): number => boldness?.findIndex((same) => same.includes(answers[answer] as string)) ?? 0
  return answers.flatMap((_, from) =>
    answers.flatMap((_, to) => (level(to) > level(from) ? [[from, to] as const] : [])),
  )
}
