import {
  all,
  any,
  type Condition,
  type Decision,
  type Defect,
  established,
  type Fact,
  not,
  type Pathway,
  type Plant,
  type Rule,
} from '@facialis/language'

/** A pathway with one fault in it, everywhere the decision is referred to. @throws when there is nothing to plant it in */
export function plantDefect(pathway: Pathway, { decision: id, plant, says }: Defect): Pathway {
  const decision = pathway.decisions.find((one) => one.id === id)
  if (!decision) throw new Error(`${says}: there is no decision ${id}.`)
  if (plant.kind === 'answer-not-adverse') {
    const fact = pathway.facts.find((one) => one.id === plant.fact)
    if (!fact) throw new Error(`${says}: there is no fact ${plant.fact}.`)
    return replaced(pathway, fact, { ...fact, adverse: withoutAnswer(fact, plant.answer) })
  }
  return replaced(pathway, decision, { ...decision, body: faultyBody(decision.body, plant) })
}

type Body = Decision['body']

function faultyBody(body: Body, plant: Exclude<Plant, { kind: 'answer-not-adverse' }>): Body {
  switch (plant.kind) {
    case 'need-forgotten':
      return gate(body, (one) => ({ ...one, needs: without(one.needs, plant.need) }))
    case 'need-unless-denied':
      return gate(body, (one) => ({
        ...one,
        needs: changed(one.needs, plant.need, (need) => ({ ...need, needs: unlessDenied(need.needs) })),
      }))
    case 'limit-forgotten':
      return gate(body, (one) => ({ ...one, limits: without(one.limits, plant.limit) }))
    case 'limit-only-if-known':
      return gate(body, (one) => ({
        ...one,
        limits: changed(one.limits, plant.limit, (limit) => ({ ...limit, when: established(limit.when) })),
      }))
    case 'limit-only-cautions':
      return gate(body, (one) => ({
        ...one,
        limits: changed(one.limits, plant.limit, (limit) => ({ ...limit, effect: 'caution' })),
      }))
    case 'gate-behind-forgotten':
      return gate(body, (one) => ({ ...one, behind: null }))
    case 'part-forgotten':
      return ranked(body, (one) => ({
        ...one,
        rules: changed(one.rules, plant.rule, (rule) => ({ ...rule, when: lacking(rule.when, plant.part) })),
      }))
    case 'part-added':
    case 'way-added': {
      const { kind, when: more } = plant
      const together = (when: Condition): Condition => (kind === 'part-added' ? all(when, more) : any(when, more))
      return ranked(body, (one) => ({
        ...one,
        rules: changed(one.rules, plant.rule, (rule) => ({ ...rule, when: together(rule.when) })),
      }))
    }
    case 'rule-unless-denied':
      return ranked(body, (one) => ({
        ...one,
        rules: changed(one.rules, plant.rule, (rule) => ({ ...rule, when: unlessDenied(rule.when) })),
      }))
    case 'rule-forgotten':
      return ranked(body, (one) => ({ ...one, rules: without(one.rules, plant.rule) }))
    case 'rule-copied-below':
      return ranked(body, (one) => ({
        ...one,
        rules: one.rules.flatMap((rule) =>
          rule.id === plant.rule ? [rule, { ...rule, id: `${rule.id} again` }] : [rule],
        ),
      }))
    case 'rank-swapped':
      return ranked(body, (one) => ({ ...one, rules: lowered(one.rules, plant.rule) }))
    case 'answers-mixed-up':
      return ranked(body, (one) => {
        const [first, second] = plant.rules.map((id) => one.rules.find((rule) => rule.id === id))
        if (!first || !second) throw new Error(`There are no rules ${plant.rules.join(' and ')}.`)
        const mixed = changed(one.rules, first.id, (rule) => ({ ...rule, answer: second.answer }))
        return { ...one, rules: changed(mixed, second.id, (rule) => ({ ...rule, answer: first.answer })) }
      })
    default:
      return plant satisfies never
  }
}

const gate = (body: Body, change: (body: Extract<Body, { kind: 'gate' }>) => Body): Body => {
  if (body.kind !== 'gate') throw new Error('This fault is made in a gate.')
  return change(body)
}
const ranked = (body: Body, change: (body: Extract<Body, { kind: 'ranked' }>) => Body): Body => {
  if (body.kind !== 'ranked') throw new Error('This fault is made in ranked rules.')
  return change(body)
}

function withoutAnswer({ id, adverse }: Fact, answer: string): Fact['adverse'] {
  const gates: readonly (readonly [string, unknown])[] = Object.entries(adverse)
  const words = gates.flatMap(([gate, list]) =>
    Array.isArray(list) ? [[gate, list as readonly string[]] as const] : [],
  )
  if (!words.some(([, list]) => list.includes(answer)))
    throw new Error(`${answer} is not adverse where ${id} is asked.`)
  return Object.fromEntries(words.map(([gate, list]) => [gate, list.filter((word) => word !== answer)]))
}

type Named = Readonly<{ id: string }>
const without = <T extends Named>(list: readonly T[], id: string): readonly T[] => {
  if (!list.some((one) => one.id === id)) throw new Error(`There is no ${id}.`)
  return list.filter((one) => one.id !== id)
}
const changed = <T extends Named>(list: readonly T[], id: string, change: (one: T) => T): readonly T[] => {
  if (!list.some((one) => one.id === id)) throw new Error(`There is no ${id}.`)
  return list.map((one) => (one.id === id ? change(one) : one))
}

/** @throws when there is nothing below it */
function lowered(rules: readonly Rule[], id: string): readonly Rule[] {
  const at = rules.findIndex((rule) => rule.id === id)
  const [above, below] = rules.slice(at, at + 2)
  if (!above || !below || above.id !== id) throw new Error(`There is no rule below ${id}.`)
  return rules.with(at, { ...below, outranks: above.id }).with(at + 1, { ...above, outranks: below.outranks })
}

/** Counts what is not known as yes. */
const unlessDenied = (condition: Condition): Condition => not(established(not(condition)))

/** Conditions that have to hold together, without one of them. */
function lacking(condition: Condition, part: number): Condition {
  switch (condition.kind) {
    case 'all':
      if (part >= condition.of.length) throw new Error(`There is no part ${part}.`)
      return { ...condition, of: condition.of.filter((_, i) => i !== part) }
    case 'established':
    case 'named':
      return { ...condition, of: lacking(condition.of, part) }
    default:
      throw new Error('A rule that asks for one thing has no parts.')
  }
}

/** A deep copy in which one part is another; what was shared stays shared. */
function replaced<T extends Decision | Fact>(pathway: Pathway, part: T, by: T): Pathway {
  const copies = new Map<object, unknown>()
  const copy = (of: unknown): unknown => {
    if (typeof of !== 'object' || of === null) return of
    const known = copies.get(of)
    if (known) return known
    const made: Record<string, unknown> | unknown[] = Array.isArray(of) ? [] : {}
    copies.set(of, made)
    for (const [name, value] of Object.entries(of === part ? by : of))
      (made as Record<string, unknown>)[name] = copy(value)
    return made
  }
  return copy(pathway) as Pathway
}
