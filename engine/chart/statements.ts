import {
  type Asking,
  type Day,
  type Fact,
  isWithin,
  type Judgement,
  numberIn,
  type Observation,
  type ScreenDone,
  type Span,
} from '@facialis/language'
import {
  adverseValues,
  type ChangeHorizon,
  type ClippedSpan,
  type ResolvedChart,
  type ResolvedFact,
  unclipped,
  wordOf,
} from './resolved-chart.ts'

type Conflict = ResolvedChart['conflicts'][number]

/** The later one; of two that end on one day the vaguer one. */
export const isNewer = (date: ClippedSpan, before: ClippedSpan): boolean =>
  date.hi > before.hi || (date.hi === before.hi && isLessPrecise(date, before))

/** Of two spans with the same end, the one that starts earlier; where clipping made them equal, the one written wider. */
const isLessPrecise = (date: ClippedSpan, other: ClippedSpan): boolean =>
  date.lo < other.lo || (date.lo === other.lo && unclipped(date).hi > unclipped(other).hi)

/** Clips a partial date that reaches past the day and keeps the original in `written`; a date wholly after the day is `ahead`. */
export function clipTo(asOf: Day, date: Span | null): ClippedSpan | null | 'ahead' {
  if (date === null || date.hi <= asOf) return date
  return date.lo > asOf ? 'ahead' : { lo: date.lo, hi: asOf, written: date }
}

/** Undated statements are the oldest. */
export const sortDay = (date: Span | null): number => (date === null ? Number.NEGATIVE_INFINITY : date.hi)

/** The newest statement counts; an adverse one stays until something newer says otherwise, which a question mark does not. */
function resolveStatements(fact: Fact, statements: readonly Observation[], conflicts: Conflict[]): ResolvedFact {
  if (statements.length === 1) return resolveSingle(statements[0] as Observation)
  const newest = newestOf(statements)
  const known = newest.filter((s) => !('unknown' in s.value))
  const earlier = statements.filter((s) => !newest.includes(s))
  if (known.length > 0) {
    const now = mergeSameDay(fact, known, conflicts)
    return areUnjudged(fact, known) ? (notYetJudged(fact, earlier, conflicts) ?? now) : now
  }
  if (earlier.length > 0) {
    const theirs: Conflict[] = []
    const before = resolveStatements(fact, earlier, theirs)
    if (isAdverse(before, adverseValues(fact))) {
      conflicts.push(...theirs)
      return before
    }
  }
  const reasons = newest.flatMap((s) => ('unknown' in s.value ? [s.value.unknown] : []))
  const { date, provenance } = newest[0] as Observation
  return {
    known: false,
    why: reasons.includes('conflicting') ? 'conflicting' : (reasons[0] ?? 'not-asked'),
    date,
    provenance,
  }
}

/** Nothing older or of the same day stands beside it. */
const resolveSingle = ({ value, date, provenance }: Observation): ResolvedFact =>
  'unknown' in value ? { known: false, why: value.unknown, date, provenance } : { known: true, value, date, provenance }

const judgementOf = (fact: Fact): Judgement | null => ('judged' in fact ? fact.judged : null)

/** Answers about a fact that can be judged, none of which is what would be judged, or judges it. */
function areUnjudged(fact: Fact, answers: readonly Observation[]): boolean {
  const judged = judgementOf(fact)
  if (judged === null) return false
  const spoken = [judged.of, ...judged.words]
  return answers.every(({ value }) => !('word' in value && spoken.includes(value.word)))
}

/** What stands until somebody says what became of it; a later "no" says only that it was not seen again. */
function notYetJudged(fact: Fact, earlier: readonly Observation[], conflicts: Conflict[]): ResolvedFact | null {
  if (earlier.length === 0) return null
  const theirs: Conflict[] = []
  const before = resolveStatements(fact, earlier, theirs)
  if (!before.known || wordOf(before.value) !== judgementOf(fact)?.of) return null
  conflicts.push(...theirs, {
    fact: fact.id,
    text: `${fact.label}: recorded earlier, and nobody has said what became of it`,
  })
  return before
}

export const newestOf = (statements: readonly Observation[]): readonly Observation[] => {
  const latest = Math.max(...statements.map((s) => sortDay(s.date)))
  return statements.filter((s) => sortDay(s.date) === latest)
}

const isAdverse = (standing: ResolvedFact, adverse: ReadonlySet<string>): boolean => {
  if (!standing.known) return false
  const { value } = standing
  if ('word' in value) return adverse.has(value.word)
  return 'words' in value && value.words.some((word) => adverse.has(word))
}

/** Known statements of one day: they agree, or one adverse word or the most exact date counts, or the fact is unknown. */
function mergeSameDay(fact: Fact, statements: readonly Observation[], conflicts: Conflict[]): ResolvedFact {
  if (statements.length === 1) return leastPrecise(statements)
  const byValue = Map.groupBy(statements, (s) => canonicalJson(s.value))
  if (byValue.size === 1) return leastPrecise(statements)
  const agreed = judgementOfTheDay(fact, statements) ?? innermostDate(statements)
  if (agreed) return agreed
  conflicts.push({ fact: fact.id, text: `${fact.label}: statements of the same day disagree` })
  const words = [...byValue.values()].map(leastPrecise).filter((s) => s.known && 'word' in s.value)
  const adverse = words.filter((s) => isAdverse(s, adverseValues(fact)))
  if (adverse.length === 1) return adverse[0] as ResolvedFact
  const { date, provenance } = statements[0] as Observation
  return { known: false, why: 'conflicting', date, provenance }
}

/** What was said and what was judged of it on the same day do not disagree: the judgement is the last word. */
function judgementOfTheDay(fact: Fact, statements: readonly Observation[]): ResolvedFact | null {
  const judged = judgementOf(fact)
  if (!judged) return null
  const word = ({ value }: Observation): string => ('word' in value ? value.word : '')
  const judging = statements.filter((s) => judged.words.includes(word(s)))
  if (new Set(judging.map(word)).size !== 1) return null
  const adverse = adverseValues(fact)
  const isAnswered = (s: Observation): boolean => judging.includes(s) || word(s) === judged.of || !adverse.has(word(s))
  return statements.every(isAnswered) ? leastPrecise(judging) : null
}

/** A year, and a month of that year, do not disagree: the date that lies within every other one is told. */
function innermostDate(statements: readonly Observation[]): ResolvedFact | null {
  const isInside = ({ value: inner }: Observation, { value: outer }: Observation): boolean =>
    'date' in inner && 'date' in outer && isWithin(inner.date, outer.date)
  const innermost = statements.filter((inner) => statements.every((outer) => isInside(inner, outer)))
  return innermost.length === 0 ? null : leastPrecise(innermost)
}

const canonicalJson = (value: Observation['value']): string =>
  JSON.stringify('words' in value ? { words: [...new Set(value.words)].sort() } : value)

/** Of statements that agree, the one that may be oldest: it is the first to have grown too old. */
const leastPrecise = (same: readonly Observation[]): ResolvedFact => {
  const { value, date, provenance } = same.reduce((a, b) => (a.date && b.date && isLessPrecise(b.date, a.date) ? b : a))
  return { known: true, value: value as Extract<ResolvedFact, { known: true }>['value'], date, provenance }
}

/** A completed screen is one more statement, `no`, unless the fact's own statements already say something else. */
export function withScreens(
  fact: Fact,
  own: readonly Observation[],
  done: readonly ScreenDone[],
  conflicts: Conflict[],
): ResolvedFact {
  if (own.length > 0) {
    const standing = resolveStatements(fact, own, conflicts)
    if (done.length === 0) return standing
    const asked = Math.max(...done.map((s) => s.date.hi))
    // Marked as not known when the list was asked, or since: a list answers only what it does not mention.
    const markedUnknown = !standing.known && (standing.why === 'conflicting' || sortDay(standing.date) >= asked)
    if (standing.known ? wordOf(standing.value) !== 'no' : markedUnknown) {
      if (isAdverse(standing, adverseValues(fact)) && sortDay(standing.date) < asked)
        conflicts.push({
          fact: fact.id,
          text: `${fact.label}: recorded earlier, and not marked when the list was asked again`,
        })
      return standing
    }
  }
  const [only] = done
  if (own.length === 0 && done.length === 1 && only) return { known: true, value: no, ...statedBy(only) }
  const saysNo = done.map((one): Observation => ({ fact: fact.id, value: no, ...statedBy(one) }))
  return resolveStatements(fact, [...own, ...saysNo], conflicts)
}

const no = { word: 'no' } as const
const statedBy = ({ date, provenance }: ScreenDone): Pick<ScreenDone, 'date' | 'provenance'> => ({ date, provenance })

/** For how many days a reassuring answer stays valid: an at-chair answer on its own day only. Null: for ever. */
export function validityDays({ askedAt, goodFor }: Fact): ((asking: Asking) => number) | null {
  if (askedAt === 'session') return () => 0
  return goodFor ? ({ policy }) => numberIn(policy, goodFor) : null
}

/**
 * Replaces a reassuring answer that is older than its validity by `too-old`. Lowers `horizon` to the day on which a valid
 * answer expires.
 */
export function expire(fact: Fact, standing: ResolvedFact, asking: Asking, horizon: ChangeHorizon): ResolvedFact {
  const days = validityDays(fact)?.(asking) ?? null
  if (days === null || !standing.known || isAdverse(standing, adverseValues(fact))) return standing
  if (standing.date !== null && asking.asOf - standing.date.lo <= days) {
    const stale = standing.date.lo + days + 1
    if (stale > asking.asOf && stale < horizon.next) horizon.next = stale
    return standing
  }
  return { known: false, why: 'too-old', date: standing.date, provenance: standing.provenance }
}
