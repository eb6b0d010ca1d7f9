import { type DecisionOf, is } from './condition.ts'
import type { AtChair, ChoiceFact } from './fact.ts'
import type { Condition, Decision, Details, ExceptionKind, Limit, Need } from './nodes.ts'
import type { Cites } from './passage.ts'
import { factsOf } from './walk.ts'

const gateAnswers = ['blocked', 'caution', 'permitted'] as const
export type GateAnswer = (typeof gateAnswers)[number]
const gateBoldness = [['blocked'], ['caution'], ['permitted']] as const

/** A requirement: the gate is shut unless this is yes. */
export const need = (id: string, needs: Condition) => ({
  because: (text: string, ...because: Cites): Need => ({ id, needs, text, because }),
})

type Effects = Readonly<{
  blocks: () => Reasoned
  cautions: () => Reasoned
  notes: () => Reasoned
}>
type Reasoned = Readonly<{ because: (text: string, ...because: Cites) => FlaggableLimit }>
/** A limit; `.flagged()` marks it as unsigned: on, because it can only make advice more careful. */
type FlaggableLimit = Limit & Readonly<{ flagged: () => Limit }>

const limit = (id: string, condition: Condition, atChair: boolean): Effects => {
  const reasoned = (effect: Limit['effect']): Reasoned => ({
    because: (text, ...because) => {
      const plain: Limit = { id, when: condition, effect, atChair, text, because, unverified: false }
      return { ...plain, flagged: () => ({ ...plain, unverified: true }) }
    },
  })
  return { blocks: () => reasoned('block'), cautions: () => reasoned('caution'), notes: () => reasoned('note') }
}

/** A standing limit. Unknown, it applies. There is no `unless(…)` to block with: it would read as its opposite. */
export const when = (id: string, condition: Condition): Effects => limit(id, condition, false)

/** A limit asked at the chair, over facts of the at-chair list and nothing else. */
export const atTheChair = <V extends string>(
  id: string,
  fact: AtChair<ChoiceFact<V>>,
  ...values: readonly [NoInfer<V>, ...NoInfer<V>[]]
): Effects => limit(id, is<V>(fact, ...values), true)

type GateWords = Readonly<{
  asks: string
  needs: readonly Need[]
  limits: readonly Limit[]
  exceptions: readonly ExceptionKind[]
  detail?: Details
}>

/** A decision that can forbid an act; unknown keeps it shut. */
export const gate = (id: string, words: GateWords): DecisionOf<GateAnswer> => {
  for (const standing of [
    ...words.needs.map((n) => n.needs),
    ...words.limits.filter((l) => !l.atChair).map((l) => l.when),
  ])
    for (const fact of factsOf(standing))
      if (fact.askedAt === 'session')
        throw new Error(`${id}: ${fact.id} is asked at the chair and cannot hold the standing gate.`)
  return makeGate(id, words.asks, { ...words, limits: words.limits.map(plainLimit), behind: null }, words.detail)
}

/** The gate of the act itself: behind the standing gate, with the at-chair facts asked strictly. */
export const sessionGate = (
  id: string,
  behind: Decision,
  words: Readonly<{ asks: string; needs: readonly Need[]; detail?: Details }>,
): DecisionOf<GateAnswer> => {
  if (behind.body.kind !== 'gate') throw new Error(`${id}: ${behind.id} is not a gate.`)
  const limits = behind.body.limits.filter((l) => l.atChair)
  return makeGate(id, words.asks, { needs: words.needs, limits, behind, exceptions: [] }, words.detail)
}

const plainLimit = ({ id, when, effect, atChair, text, because, unverified }: Limit): Limit => ({
  id,
  when,
  effect,
  atChair,
  text,
  because,
  unverified,
})

const makeGate = (
  id: string,
  asks: string,
  body: Omit<Extract<Decision['body'], { kind: 'gate' }>, 'kind'>,
  details: Details = {},
): DecisionOf<GateAnswer> => ({
  kind: 'decision',
  id,
  asks,
  answers: gateAnswers,
  boldness: gateBoldness,
  undetermined: null,
  scope: 'patient',
  body: { kind: 'gate', needs: body.needs, limits: body.limits, behind: body.behind, exceptions: body.exceptions },
  detail: details,
  inner: false,
})
