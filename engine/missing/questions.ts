import { type Decision, type Fact, type MissingFact, memoiseWeak, type Pathway } from '@facialis/language'
import { isPartialDate, resolvedFactOf } from '../chart/resolved-chart.ts'
import type { World } from '../world/world.ts'
import type { Diagrams } from './diagrams.ts'
import { isImagined } from './hypotheticals.ts'
import type { MissingOf } from './missing.ts'
import { settlingVariables } from './settling-variables.ts'
import type { Variable } from './variables.ts'

/** Questions with more answers than this (sets, dates) are asked for when a gate needs them, not to settle others. */
const maxAnswers = 4

/**
 * What is not known, best next question first: screens, then by how many decisions of this stage its answers would
 * settle over what it costs to ask; facts in a gate's missing set win ties. No invented probabilities.
 */
export function questionsOf(world: World, diagrams: Diagrams, missingOf: MissingOf): readonly MissingFact[] {
  const asked = decisionsAsked(world)
  const needed = (decisions: readonly Decision[]): ReadonlySet<string> => new Set(decisions.flatMap(missingOf))
  const inGates = needed(asked.filter((d) => d.body.kind === 'gate'))
  const inAny = needed(asked)
  const questions = hangingOn(
    asked,
    diagrams,
    (variable, decision) =>
      ofTheSession(world.pathway).has(variable.fact) ||
      // A scan nobody has made is asked for where it would open something, not where it could find something.
      (ofImagined(variable) !== null && !missingOf(decision).includes(variable.fact)),
  )
  for (const decision of asked) for (const fact of missingOf(decision)) questions.get(fact)?.settles.add(decision.id)

  // A list that is not done is asked as a list; its single questions are named only where an answer hangs on them.
  const onOpenLists = new Set(
    world.pathway.screens.filter((s) => questions.has(screenId(s.id))).flatMap((s) => s.facts.map((fact) => fact.id)),
  )
  const listed = asWholes([...questions.values()], world).filter(({ variable }) => {
    if (variable.unanswered === null || inAny.has(variable.fact) || isWhole(variable)) return true
    return variable.unanswered.scope === null && !onOpenLists.has(variable.fact)
  })
  const first = (is: (q: Question) => boolean) => (a: Question, b: Question) => Number(is(b)) - Number(is(a))
  // Lists first, in the order in which they are written: what could be dangerous stands at the top.
  const listOf = ({ variable }: Question): number =>
    variable.unanswered === null
      ? world.pathway.screens.findIndex((s) => screenId(s.id) === variable.fact)
      : Number.POSITIVE_INFINITY
  const screensFirst = (a: Question, b: Question) => (listOf(a) === listOf(b) ? 0 : listOf(a) - listOf(b))
  const gatesFirst = first((q) => inGates.has(q.variable.fact) || isWhole(q.variable))
  return listed
    .toSorted((a, b) => screensFirst(a, b) || b.score - a.score || gatesFirst(a, b))
    .map(({ variable, settles }) => ({
      fact: variable.fact,
      question: questionWords(variable, world),
      why: whyUnknown(variable, world),
      settles: [...settles],
    }))
}

/** The decisions that count on the stage the person stands at. */
function decisionsAsked(world: World): readonly Decision[] {
  const named = world.pathway.focus[world.answer(world.pathway.stage, null)]
  return world.pathway.decisions.filter(
    (d) => canBeOpen(d) && d.scope === 'patient' && !d.inner && (!named || named.includes(d.id)),
  )
}

/** Of a scan nobody has made, no single question can be answered: it is asked for as a whole. */
function asWholes(questions: readonly Question[], { pathway }: World): readonly Question[] {
  const wholes = pathway.entries.flatMap((kind) => {
    const parts = questions.filter(({ variable }) => ofImagined(variable) === kind.id)
    const [first] = parts
    if (!first) return []
    const settles = new Set(parts.flatMap((part) => [...part.settles]))
    return [{ variable: { ...first.variable, fact: kind.id }, settles, score: 0 }]
  })
  return [...questions.filter(({ variable }) => ofImagined(variable) === null), ...wholes]
}
/** The kind of the entry that is not yet there and would have this field; null for everything else. */
const ofImagined = ({ unanswered }: Variable): string | null =>
  unanswered?.scope && isImagined(unanswered.scope) ? unanswered.scope.kind : null
const isWhole = ({ fact, unanswered }: Variable): boolean => unanswered !== null && unanswered.fact.id !== fact

type Question = { variable: Variable; settles: Set<string>; score: number }

/** Every unknown the decisions hang on, with what its answers would settle. */
function hangingOn(
  decisions: readonly Decision[],
  diagrams: Diagrams,
  leftOut: (variable: Variable, decision: Decision) => boolean,
): Map<string, Question> {
  const questions = new Map<string, Question>()
  for (const decision of decisions) {
    for (const { variable, settled } of settlingVariables(diagrams.ofDecision(decision), diagrams)) {
      if (leftOut(variable, decision)) continue
      const question = questions.get(variable.fact) ?? { variable, settles: new Set<string>(), score: 0 }
      questions.set(variable.fact, question)
      if (variable.values.length > maxAnswers || variable.cost === 0 || settled === 0) continue
      question.settles.add(decision.id)
      question.score += (2 * settled) / variable.values.length / variable.cost
    }
  }
  return questions
}

/** What is asked at the chair on the day of a session is never the next question of the way there. */
const ofTheSession = memoiseWeak(({ screens, facts }: Pathway): ReadonlySet<string> => {
  const isAsked = ({ askedAt }: Fact): boolean => askedAt === 'session'
  const lists = screens.filter((screen) => screen.facts.length > 0 && screen.facts.every(isAsked))
  return new Set([...facts.filter(isAsked).map(({ id }) => id), ...lists.map(({ id }) => screenId(id))])
})

const screenId = (id: string): string => `screen.${id}`

const questionWords = ({ fact, unanswered }: Variable, world: World): string => {
  const kind = world.pathway.entries.find((entry) => entry.id === fact)
  if (kind) return `A new ${kind.label}, read and recorded`
  if (unanswered && isPartialDate(resolvedFactOf(world, unanswered.fact, unanswered.scope)))
    return `More exactly: ${unanswered.fact.question}`
  return (
    unanswered?.fact.question ??
    `Ask the whole list: ${world.pathway.screens.find((s) => screenId(s.id) === fact)?.label}`
  )
}

const whyUnknown = (variable: Variable, world: World): MissingFact['why'] => {
  if (!variable.unanswered) return 'not-asked'
  const { fact, scope } = variable.unanswered
  const standing = scope ? scope.fields.get(fact.id) : world.facts.get(fact.id)
  if (standing && isPartialDate(standing)) return 'asked-unanswered'
  return standing && !standing.known ? standing.why : 'not-asked'
}

/** Decisions that rest on what is established are never open. */
const canBeOpen = (decision: Decision): boolean => decision.boldness !== null || decision.undetermined !== null
