import type { DecisionOf } from './condition.ts'
import type { Entry } from './entry.ts'
import type { Condition, Decision, Detail, Details, Otherwise, Rule } from './nodes.ts'
import type { Cites } from './passage.ts'

/** A finished rule. Without `because` it has another type, and no decision accepts it. */
type RuleOf<A extends string> = Rule & Readonly<{ answer: A }>
type Cited<A extends string> = RuleOf<A> &
  Readonly<{
    /** Names the rule directly below in rank. */
    over: (id: string) => RuleOf<A>
    /** Not signed, and more careful than what it outranks: on, and flagged. */
    flagged: () => Cited<A>
  }>

/** `rule('RO-05', condition).answers('positive').because('…', S13).over('RO-01')` */
export const rule = (id: string, when: Condition) => ({
  answers: <const A extends string>(answer: A) => ({
    because: (text: string, ...because: Cites): Cited<A> =>
      withVerbs({ id, when, answer, outranks: null, text, because, unverified: false }),
  }),
})

const withVerbs = <A extends string>(plain: RuleOf<A>): Cited<A> => ({
  ...plain,
  over: (below) => ({ ...plain, outranks: below }),
  flagged: () => withVerbs({ ...plain, unverified: true }),
})

const finish = ({ id, when, answer, outranks, text, because, unverified }: Rule): Rule => ({
  id,
  when,
  answer,
  outranks,
  text,
  because,
  unverified,
})

export const otherwise = <const A extends string>(id: string, answer: A, text: string, ...because: Cites) => ({
  id,
  answer,
  text,
  because,
})

type Boldness<A extends string> = readonly (readonly [A, ...A[]])[]
/** How it speaks of what is not known: by boldness, by an answer of its own, or not at all. */
type Manner<A extends string> =
  | Readonly<{ boldness: Boldness<A>; undetermined?: undefined; rests?: undefined }>
  | Readonly<{ boldness?: undefined; undetermined: A; rests?: undefined }>
  /** Every rule asks what is established, so nothing is ever in between. */
  | Readonly<{ boldness?: undefined; undetermined?: undefined; rests: 'on what is established' }>

type Question<A extends string> = Readonly<{
  asks: string
  answers: readonly A[]
  rules: readonly RuleOf<NoInfer<A>>[]
  otherwise: Otherwise & Readonly<{ answer: NoInfer<A> }>
  detail?: Details
}> &
  Manner<NoInfer<A>>

/** Decides one question about the person by strictly ranked rules. */
export const decide = <const A extends string>(id: string, question: Question<A>): DecisionOf<A> =>
  ranked(id, 'patient', question)

/** Decides one question of every entry of a kind, one by one; to be folded. */
export const decideEach = <const A extends string>(id: string, entry: Entry, question: Question<A>): DecisionOf<A> =>
  ranked(id, entry.id, question)

function ranked<A extends string>(id: string, scope: string, question: Question<A>): DecisionOf<A> {
  const rules = question.rules.map(finish)
  checkRanks(id, rules)
  checkAnswers(id, question)
  if (question.rests)
    for (const r of rules)
      if (r.when.kind !== 'established') throw new Error(`${id}: ${r.id} must ask what is established.`)
  return {
    kind: 'decision',
    id,
    asks: question.asks,
    answers: question.answers,
    boldness: question.boldness ?? null,
    undetermined: question.undetermined ?? null,
    scope,
    body: { kind: 'ranked', rules, otherwise: question.otherwise },
    detail: question.detail ?? {},
    inner: scope !== 'patient',
  }
}

/** The rules must name their rank aloud: each outranks exactly the one written below it. */
function checkRanks(id: string, rules: readonly Rule[]): void {
  rules.forEach((r, i) => {
    const below = rules[i + 1]?.id ?? null
    if (r.outranks !== below)
      throw new Error(
        `${id}: ${r.id} must ${below === null ? 'outrank nothing' : `say .over('${below}')`}, it says ${r.outranks}.`,
      )
  })
  const ids = new Set(rules.map((r) => r.id))
  if (ids.size !== rules.length) throw new Error(`${id}: two rules share an id.`)
}

function checkAnswers(
  id: string,
  q: Readonly<{ answers: readonly string[]; boldness?: Boldness<string> | undefined }>,
): void {
  if (!q.boldness) return
  const levelled = q.boldness.flat()
  if (levelled.length !== q.answers.length || !q.answers.every((a) => levelled.includes(a)))
    throw new Error(`${id}: the boldness order must hold every answer once.`)
}

type Folding<A extends string> = Readonly<{
  asks: string
  each: DecisionOf<A>
  entry: Entry
  join: readonly NoInfer<A>[]
  otherwise: Otherwise & Readonly<{ answer: NoInfer<A> }>
  detail?: Details
  inner?: boolean
}>

/** Joins a decision over all entries: worst first, so that order, age and quality never hide it. */
export const fold = <A extends string>(id: string, f: Folding<A>): DecisionOf<A> => ({
  kind: 'decision',
  id,
  asks: f.asks,
  answers: f.each.answers,
  boldness: f.each.boldness,
  undetermined: f.each.undetermined,
  scope: 'patient',
  body: { kind: 'fold', each: f.each, entry: f.entry, join: f.join, otherwise: f.otherwise },
  detail: f.detail ?? {},
  inner: f.inner ?? false,
})

/** Least bold answers first; the order of levels, and within one level what is said when unsure. */
export const boldnessOf = (decision: Decision, answer: string): number =>
  decision.boldness ? decision.boldness.findIndex((level) => level.includes(answer)) : -1

export const detail = {
  fixed: (value: string): Detail => ({ kind: 'fixed', value }),
  answerOf: (decision: Decision): Detail => ({ kind: 'answer-of', decision }),
  valueOf: (fact: Extract<Detail, { kind: 'value-of' }>['fact']): Detail => ({ kind: 'value-of', fact }),
  numberOf: (term: Extract<Detail, { kind: 'number-of' }>['term']): Detail => ({ kind: 'number-of', term }),
  amountOf: (
    term: Extract<Detail, { kind: 'amount-of' }>['term'],
    told: Readonly<{ unit: string; decimals?: number }>,
  ): Detail => ({ kind: 'amount-of', term, unit: told.unit, decimals: told.decimals ?? 0 }),
  date: (date: Extract<Detail, { kind: 'date' }>['date']): Detail => ({ kind: 'date', date }),
  latestField: (of: Omit<Extract<Detail, { kind: 'latest-field' }>, 'kind'>): Detail => ({
    kind: 'latest-field',
    ...of,
  }),
  firstOf: (...of: Extract<Detail, { kind: 'first-of' }>['of']): Detail => ({ kind: 'first-of', of }),
  items: (...of: Extract<Detail, { kind: 'items' }>['of']): Detail => ({ kind: 'items', of }),
  rows: (...of: Extract<Detail, { kind: 'rows' }>['of']): Detail => ({ kind: 'rows', of }),
  entries: (entry: Entry, where: Condition): Detail => ({ kind: 'entries', entry, where }),
  leaderOf: (ranking: Extract<Detail, { kind: 'leader-of' }>['ranking']): Detail => ({ kind: 'leader-of', ranking }),
}
