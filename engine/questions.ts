import type { Decision, MissingFact } from '@facialis/language'
import type { Diagrams } from './diagram.ts'
import type { Branching, Diagram, Terminal, Variable } from './diagram-nodes.ts'
import type { World } from './world.ts'

/** Questions with more answers than this (sets, dates) are asked for when a gate needs them, not to settle others. */
const mostAnswers = 4

/**
 * What is not known, best next question first: screens, then by how many decisions of this stage its answers would
 * settle over what it costs to ask; facts in a gate's missing set win ties. No invented probabilities.
 */
export function questionsOf(
  world: World,
  diagrams: Diagrams,
  missing: ReadonlyMap<string, readonly string[]>,
): readonly MissingFact[] {
  const stage = world.answer(world.pathway.stage, null)
  const named = world.pathway.focus[stage]
  const decisions = world.pathway.decisions.filter(
    (d) => canBeOpen(d) && d.scope === 'patient' && !d.inner && (!named || named.includes(d.id)),
  )
  const roots = decisions.map((d) => ({ id: d.id, root: diagrams.ofDecision(d), mask: maskOf(d) }))
  const gateFacts = new Set(
    world.pathway.decisions.filter((d) => d.body.kind === 'gate').flatMap((d) => missing.get(d.id) ?? []),
  )
  const inMissing = new Set([...missing.values()].flat())

  const settledBy = new Map<string, { settles: Set<string>; score: number; variable: Variable }>()
  for (const { id, root, mask } of roots) {
    const open = mask.reachable(root)
    if (isSingle(open)) continue
    for (const variable of variablesIn(root, diagrams)) {
      const found = settledBy.get(variable.fact) ?? { settles: new Set<string>(), score: 0, variable }
      settledBy.set(variable.fact, found)
      if (variable.values.length > mostAnswers) continue
      const settled = variable.values.filter((_, i) => isSingle(mask.reachableWith(root, variable.index, i))).length
      if (settled === 0) continue
      found.settles.add(id)
      found.score += (2 * settled) / variable.values.length / variable.cost
    }
  }
  for (const [id, facts] of missing) for (const fact of facts) settledBy.get(fact)?.settles.add(id)

  const isScreen = (fact: string): boolean => fact.startsWith('screen.')
  const listed = [...settledBy.entries()].filter(
    ([fact, { variable }]) => isScreen(fact) || variable.unanswered?.scope === null || inMissing.has(fact),
  )
  return listed
    .map(([fact, found], order) => ({ fact, found, order }))
    .sort(
      (a, b) =>
        Number(isScreen(b.fact)) - Number(isScreen(a.fact)) ||
        b.found.score - a.found.score ||
        Number(gateFacts.has(b.fact)) - Number(gateFacts.has(a.fact)) ||
        a.order - b.order,
    )
    .map(({ fact, found }) => ({
      fact,
      question: questionWords(fact, found.variable, world),
      why: whyUnknown(found.variable, world),
      settles: [...found.settles],
    }))
}

const questionWords = (fact: string, variable: Variable, world: World): string =>
  variable.unanswered?.fact.question ??
  `Ask the whole list: ${world.pathway.screens.find((s) => `screen.${s.id}` === fact)?.label ?? fact}`

const whyUnknown = (variable: Variable, world: World): MissingFact['why'] => {
  if (!variable.unanswered) return 'not-asked'
  const { fact, scope } = variable.unanswered
  const standing = scope ? scope.fields.get(fact.id) : world.facts.get(fact.id)
  return standing && !standing.known ? standing.why : 'not-asked'
}

/** Decisions that rest on what is established are never open. */
const canBeOpen = (decision: Decision): boolean => decision.boldness !== null || decision.undetermined !== null

const isSingle = (mask: number): boolean => (mask & (mask - 1)) === 0

/** Which answers can still come out once everything is known, as a set of bits. */
function maskOf(decision: Decision) {
  const bit = (answer: string): number => 1 << decision.answers.indexOf(answer)
  const free = new Map<number, number>()
  const reachable = (node: Diagram): number => {
    const before = free.get(node.id)
    if (before !== undefined) return before
    const mask =
      node.variable < 0
        ? bit((node as Terminal).value)
        : knownBranches(node as Branching).reduce((all, branch) => all | reachable(branch), 0)
    free.set(node.id, mask)
    return mask
  }
  const reachableWith = (root: Diagram, variable: number, value: number): number => {
    const known = new Map<number, number>()
    const go = (node: Diagram): number => {
      if (node.variable < 0 || node.variable > variable) return reachable(node)
      const before = known.get(node.id)
      if (before !== undefined) return before
      const branches = knownBranches(node as Branching)
      const mask =
        node.variable === variable ? reachable(branches[value] as Diagram) : branches.reduce((all, b) => all | go(b), 0)
      known.set(node.id, mask)
      return mask
    }
    return go(root)
  }
  return { reachable, reachableWith }
}

const knownBranches = (node: Branching): readonly Diagram[] => node.branches.slice(0, -1)

function variablesIn(root: Diagram, diagrams: Diagrams): readonly Variable[] {
  const seen = new Set<number>()
  const found = new Set<number>()
  const go = (node: Diagram): void => {
    if (node.variable < 0 || seen.has(node.id)) return
    seen.add(node.id)
    found.add(node.variable)
    for (const branch of (node as Branching).branches) go(branch)
  }
  go(root)
  return [...found].sort((a, b) => a - b).map((index) => diagrams.variables[index] as Variable)
}
