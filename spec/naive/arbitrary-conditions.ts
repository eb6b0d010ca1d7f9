import type {
  ChoiceFact,
  Comparison,
  Condition,
  DateFact,
  DateTerm,
  Decision,
  Entry,
  Fact,
  NumberTerm,
  PolicyNumber,
  QuantityFact,
  SetFact,
} from '@facialis/language'
import type { Draw } from './draw.ts'

/** What a condition may mention where it is written. */
export type Reach = Readonly<{
  facts: readonly Fact[]
  kinds: readonly Entry[]
  /** The kind of the entry under inspection there. */
  inside: Entry | null
  /** The kind of the entry that is proposed, in a check; a decision has none. */
  proposed: Entry | null
  above: readonly Decision[]
  policy: readonly PolicyNumber[]
}>

const choices = (reach: Reach): ChoiceFact[] =>
  reach.facts.filter((f): f is ChoiceFact => f.type === 'choice' || f.type === 'yes-no')
const sets = (reach: Reach): SetFact[] => reach.facts.filter((f) => f.type === 'set')
const quantities = (reach: Reach): QuantityFact[] => reach.facts.filter((f) => f.type === 'quantity')
const dates = (reach: Reach): DateFact[] => reach.facts.filter((f) => f.type === 'date')
const aboutPerson = (reach: Reach): Fact[] => reach.facts.filter((f) => f.scope === 'patient')

/** Inside a condition about an entry, fields and the entry's date are those of that entry and of no other. */
export const into = (reach: Reach, kind: Entry): Reach => ({
  ...reach,
  facts: [...aboutPerson(reach), ...Object.values(kind.fields)],
  inside: kind,
})

const usable = (reach: Reach): Decision[] =>
  reach.above.filter((d) => d.scope === 'patient' || d.scope === reach.inside?.id)

/** Any condition that `reach` allows; `depth` is how many conditions may stand inside one another. */
export function condition(draw: Draw, reach: Reach, depth: number): Condition {
  const leaves = ['is', 'is', 'has', 'compare', 'compare', 'unanswered', 'decided', 'decided'] as const
  const branches = [
    'all',
    'all',
    'any',
    'any',
    'not',
    'some',
    'recent',
    'established',
    'named',
    'always',
    'proposed',
  ] as const
  const inner = (): Condition => condition(draw, reach, depth - 1)
  const kind = draw.pick<Condition['kind']>(depth > 0 ? [...leaves, ...branches] : leaves)
  switch (kind) {
    case 'always':
      return { kind }
    case 'is':
      return isOneOf(draw, reach)
    case 'has': {
      const fact = draw.pick(sets(reach))
      return { kind, fact, members: draw.subset(fact.values, 1) }
    }
    case 'compare':
      return comparison(draw, reach, depth)
    case 'unanswered':
      return { kind, fact: draw.pick(reach.facts) }
    case 'decided': {
      const decisions = usable(reach)
      if (decisions.length === 0) return isOneOf(draw, reach)
      const decision = draw.pick(decisions)
      return { kind, decision, answers: draw.subset(decision.answers, 1) }
    }
    case 'all':
    case 'any':
      return { kind, of: draw.times(0, 3, inner) }
    case 'not':
    case 'established':
      return { kind, of: inner() }
    case 'named':
      return { kind, name: 'a name', of: inner() }
    case 'some': {
      const entry = draw.pick(reach.kinds)
      return { kind, entry, where: condition(draw, into(reach, entry), depth - 1) }
    }
    case 'recent': {
      const entry = draw.pick(reach.kinds)
      const of = (): Condition => condition(draw, into(reach, entry), depth - 1)
      return { kind, entry, back: draw.pick([0, 0, 0, 1, 1, 2]), where: of(), holds: of() }
    }
    case 'proposed': {
      const entry = reach.proposed !== null && draw.chance(80) ? reach.proposed : draw.pick(reach.kinds)
      return { kind, entry, of: condition(draw, into(reach, entry), depth - 1) }
    }
    default:
      return kind satisfies never
  }
}

function isOneOf(draw: Draw, reach: Reach): Condition {
  const fact = draw.pick(choices(reach))
  return { kind: 'is', fact, values: draw.subset(fact.values.slice(draw.int(0, 1)), 1) }
}

function fieldIs(draw: Draw, kind: Entry): Condition {
  const fact = draw.pick(Object.values(kind.fields).filter((f): f is ChoiceFact => f.type === 'choice'))
  return { kind: 'is', fact, values: draw.subset(fact.values, 1).slice(0, 2) }
}

/** The two sides of a comparison speak of the same thing and of like sizes, so that each outcome is common. */
function comparison(draw: Draw, reach: Reach, depth: number): Condition {
  const number = (...of: readonly number[]): NumberTerm => ({ kind: 'number', value: draw.pick(of) })
  const policy = (): NumberTerm => draw.pick(reach.policy)
  const days = (): NumberTerm => (draw.chance(30) ? policy() : number(-3, 0, 1, 3, 5, 10, 31, 400))
  const kind = draw.pick<NumberTerm['kind']>([
    'quantity',
    'days-between',
    'days-between',
    'days-between',
    'years-between',
    'count',
    'sum',
    'run-length',
    'run-length',
    'plus',
    'times',
  ])
  const left = numberTerm(draw, reach, { kind, depth })
  const right =
    kind === 'years-between'
      ? number(-1, 0, 1, 2, 3)
      : kind === 'count'
        ? number(0, 1, 2, 3)
        : kind === 'quantity' || kind === 'sum'
          ? draw.pick([number(2, 4, 6, 9), policy()])
          : days()
  const op = draw.pick<Comparison>(['<', '<=', '>', '>='])
  return draw.chance(70) ? { kind: 'compare', left, op, right } : { kind: 'compare', left: right, op, right: left }
}

type Wanted = Readonly<{ kind: NumberTerm['kind']; depth: number }>

function numberTerm(draw: Draw, reach: Reach, { kind, depth }: Wanted): NumberTerm {
  const within = (entry: Entry): Condition =>
    depth > 0 ? condition(draw, into(reach, entry), depth - 1) : isOneOf(draw, into(reach, entry))
  const date = (): DateTerm => dateTerm(draw, reach, depth)
  switch (kind) {
    case 'number':
      return { kind, value: draw.int(-2, 12) }
    case 'policy':
      return draw.pick(reach.policy)
    case 'quantity':
      return { kind, fact: draw.pick(quantities(reach)) }
    case 'days-between':
    case 'years-between':
      return { kind, from: date(), to: draw.chance(60) ? { kind: 'as-of' } : date() }
    case 'count': {
      const entry = draw.pick(reach.kinds)
      return { kind, entry, where: within(entry) }
    }
    case 'sum': {
      const entry = draw.pick(reach.kinds)
      const of = draw.pick(Object.values(entry.fields).filter((f) => f.type === 'quantity'))
      return { kind, entry, of, where: within(entry) }
    }
    case 'run-length': {
      const entry = draw.pick(reach.kinds)
      const during = draw.chance(60) ? fieldIs(draw, entry) : within(entry)
      return { kind, entry, during, endedBy: draw.chance(70) ? { kind: 'not', of: during } : within(entry) }
    }
    case 'plus': {
      const kinds = ['number', 'policy', 'quantity', 'days-between', 'count', 'sum', 'run-length'] as const
      return { kind, of: draw.times(0, 3, () => numberTerm(draw, reach, { kind: draw.pick(kinds), depth: depth - 1 })) }
    }
    case 'times': {
      const factor = (): NumberTerm =>
        numberTerm(draw, reach, { kind: draw.pick(['number', 'policy', 'quantity', 'sum'] as const), depth: depth - 1 })
      return { kind, left: factor(), right: factor() }
    }
    default:
      return kind satisfies never
  }
}

export function dateTerm(draw: Draw, reach: Reach, depth: number): DateTerm {
  const flat = ['date-of', 'date-of', 'recorded', 'entry-date', 'entry-date', 'as-of'] as const
  const deep = [
    'latest-date',
    'latest-date',
    'first-date',
    'first-date',
    'shifted',
    'earliest',
    'latest',
    'latest',
    'provided',
  ] as const
  const kind = draw.pick<DateTerm['kind']>(depth > 0 ? [...flat, ...deep] : flat)
  switch (kind) {
    case 'as-of':
      return { kind }
    case 'date-of':
      return { kind, fact: draw.pick(dates(reach)) }
    case 'recorded':
      return { kind, fact: draw.pick(aboutPerson(reach)) }
    case 'entry-date':
      return reach.inside ? { kind, entry: reach.inside } : { kind: 'as-of' }
    case 'latest-date':
    case 'first-date': {
      const entry = draw.pick(reach.kinds)
      return { kind, entry, where: condition(draw, into(reach, entry), depth - 1) }
    }
    case 'shifted': {
      const by = draw.pick(['number', 'policy', 'quantity', 'count'] as const)
      return {
        kind,
        date: dateTerm(draw, reach, depth - 1),
        by: numberTerm(draw, reach, { kind: by, depth: depth - 1 }),
      }
    }
    case 'provided':
      return { kind, when: condition(draw, reach, depth - 1), date: dateTerm(draw, reach, depth - 1) }
    case 'earliest':
    case 'latest':
      return { kind, of: draw.times(draw.chance(80) ? 1 : 0, 3, () => dateTerm(draw, reach, depth - 1)) }
    default:
      return kind satisfies never
  }
}

/** One term over entries or dates, held against several numbers: what the term is worth shows in what is decided. */
export function soundings(draw: Draw, reach: Reach): Condition[] {
  const entry = draw.pick(reach.kinds)
  const where = draw.chance(75) ? fieldIs(draw, entry) : condition(draw, into(reach, entry), 1)
  const among = (): DateTerm => ({ kind: draw.pick(['latest-date', 'first-date']), entry, where })
  const date = (): DateTerm => (draw.chance(60) ? among() : dateTerm(draw, reach, 2))
  const kind = draw.pick([
    'days-between',
    'days-between',
    'years-between',
    'run-length',
    'run-length',
    'sum',
    'count',
  ] as const)
  const isOfDates = kind === 'days-between' || kind === 'years-between'
  const term: NumberTerm = isOfDates
    ? { kind, from: date(), to: draw.chance(60) ? { kind: 'as-of' } : date() }
    : numberTerm(draw, reach, { kind, depth: 2 })
  const marks =
    kind === 'years-between' || kind === 'count' ? [-1, 0, 1, 2, 3] : [-9, -2, 0, 1, 2, 3, 5, 6, 8, 10, 14, 25, 60, 390]
  return draw.subset(marks, 3).map((value) => ({
    kind: 'compare',
    left: term,
    op: draw.pick(['<', '<=', '>', '>=']),
    right: { kind: 'number', value },
  }))
}
