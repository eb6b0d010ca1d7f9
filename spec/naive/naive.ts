/**
 * The second, naive evaluator: the sections Terms, Conditions and Decisions of docs/semantics.md and nothing else.
 * It recomputes everything from the raw chart at every turn, so that it can be read beside the page. The published
 * engine is compared with it on generated pathways and charts.
 */
import {
  allOf,
  anyOf,
  type Chart,
  type Condition,
  type DateTerm,
  type Decision,
  type Entry,
  type EntryRecord,
  type Fact,
  type GateAnswer,
  type NumberTerm,
  negate,
  type Pathway,
  type Span,
  type Truth,
} from '@facialis/language'
import { type Asking, entriesOnDay, factOnDay, fieldOf, type OnTheDay } from './on-the-day.ts'
import {
  birthdays,
  combine,
  compared,
  dayByDay,
  daysBetween,
  endByEnd,
  isSpan,
  point,
  type TermValue,
  together,
  total,
} from './spans.ts'

/** Everything a question is asked of; `at` is the entry under inspection. */
type Here = Readonly<{
  pathway: Pathway
  chart: Chart
  asking: Asking
  at: Readonly<{ kind: Entry; record: OnTheDay }> | null
  /** The entry somebody is about to sign. */
  proposed: Readonly<{ kind: Entry; record: EntryRecord }> | null
  /** Steps: what is counted from a date that the day cuts is counted from the date as it was written. */
  asWritten: boolean
  /** What was decided on the way, about the person and about each entry: nothing is decided twice. */
  decided: Map<Decision, Map<EntryRecord | null, string>>
}>

/** The answers of all decisions about the person, by decision id. */
export function naiveAnswers(pathway: Pathway, chart: Chart, asking: Asking): Record<string, string> {
  const here = about(pathway, chart, asking)
  const told = pathway.decisions.filter((decision) => decision.scope === 'patient')
  return Object.fromEntries(told.map((decision) => [decision.id, answerOf(decision, here)]))
}

const about = (pathway: Pathway, chart: Chart, asking: Asking): Here => ({
  pathway,
  chart,
  asking,
  at: null,
  proposed: null,
  asWritten: false,
  decided: new Map(),
})

/** Whether a condition about the person holds. */
export const naiveTruth = (condition: Condition, pathway: Pathway, chart: Chart, asking: Asking): Truth =>
  truthOf(condition, about(pathway, chart, asking))

/** The value of a term about the person. */
export const naiveTerm = (term: DateTerm | NumberTerm, pathway: Pathway, chart: Chart, asking: Asking): TermValue =>
  termAt(term, about(pathway, chart, asking))

/** The same for what a step counts: the dates as they were written, of whatever counts on the day. */
export const naiveWritten = (term: DateTerm | NumberTerm, pathway: Pathway, chart: Chart, asking: Asking): TermValue =>
  termAt(term, { ...about(pathway, chart, asking), asWritten: true })

/** How every check of a proposed entry comes out, by check id; the entry itself is not on the chart. */
export function naiveChecks(
  pathway: Pathway,
  chart: Chart,
  record: EntryRecord,
  asking: Asking,
): Record<string, Truth> {
  const kind = pathway.entries.find((e) => e.id === record.kind)!
  const isItself = (e: EntryRecord): boolean => e.id === record.id && e.kind === record.kind
  const before = { ...chart, entries: chart.entries.filter((e) => !isItself(e)) }
  const proposed = { kind, record }
  const here: Here = { ...about(pathway, before, asking), at: proposed, proposed }
  return Object.fromEntries(
    pathway.checks.filter((c) => c.entry.id === kind.id).map((c) => [c.id, truthOf(c.when, here)]),
  )
}

// Facts and entries, from where the question stands.

function standing(fact: Fact, here: Here): ReturnType<typeof factOnDay> {
  if (fact.scope === 'patient') return factOnDay(fact, here.pathway, here.chart, here.asking)
  if (here.at?.kind.id !== fact.scope) return { value: { unknown: 'not-asked' }, date: null }
  return { value: fieldOf(fact, here.at.kind, here.at.record), date: dateIn(here.at.record, here) }
}

const dateIn = ({ date, written = date }: Readonly<{ date: Span | null; written?: Span | null }>, here: Here) =>
  here.asWritten ? written : date

const entries = (kind: Entry, here: Here): OnTheDay[] => entriesOnDay(kind, here.chart, here.asking.asOf)
const inspecting = (kind: Entry, record: OnTheDay, here: Here): Here => ({ ...here, at: { kind, record } })
const entriesWhere = (kind: Entry, where: Condition, truth: Truth, here: Here): OnTheDay[] =>
  entries(kind, here).filter((record) => truthOf(where, inspecting(kind, record, here)) === truth)

// Terms.

function termAt(term: DateTerm | NumberTerm, here: Here): TermValue {
  switch (term.kind) {
    case 'number':
      return point(term.value)
    case 'policy':
      return point(here.asking.policy[term.id] ?? term.default)
    case 'as-of':
      return point(here.asking.asOf)
    case 'quantity': {
      const { value } = standing(term.fact, here)
      return 'number' in value ? point(value.number) : 'unknown'
    }
    case 'date-of': {
      const { value } = standing(term.fact, here)
      return 'date' in value ? value.date : 'unknown'
    }
    case 'recorded': {
      const stands = standing(term.fact, here)
      return 'unknown' in stands.value ? 'unknown' : (dateIn(stands, here) ?? 'unknown')
    }
    case 'entry-date':
      return (here.at && dateIn(here.at.record, here)) ?? 'unknown'
    case 'latest-date':
    case 'first-date':
      return dateAmong(term, here)
    case 'shifted':
      return combine([termAt(term.date, here), termAt(term.by, here)], (both) => endByEnd(both, total))
    case 'earliest':
    case 'latest': {
      const applicable = term.of.map((t) => termAt(t, here)).filter((v) => v !== 'not-applicable')
      if (applicable.length === 0) return 'not-applicable'
      return combine(applicable, (spans) =>
        endByEnd(spans, (ends) => (term.kind === 'earliest' ? Math.min(...ends) : Math.max(...ends))),
      )
    }
    case 'provided': {
      const truth = truthOf(term.when, here)
      if (truth === 'unknown') return 'unknown'
      return truth === 'yes' ? termAt(term.date, here) : 'not-applicable'
    }
    case 'days-between':
      return combine([termAt(term.from, here), termAt(term.to, here)], ([from, to]) => daysBetween(from!, to!))
    case 'years-between':
      return combine([termAt(term.from, here), termAt(term.to, here)], ([from, to]) => ({
        lo: birthdays(from!.hi, to!.lo),
        hi: birthdays(from!.lo, to!.hi),
      }))
    case 'count': {
      const sure = entriesWhere(term.entry, term.where, 'yes', here).length
      return { lo: sure, hi: sure + entriesWhere(term.entry, term.where, 'unknown', here).length }
    }
    case 'sum':
      return sumOver(term, here)
    case 'plus':
      return combine(
        term.of.map((t) => termAt(t, here)),
        (spans) => endByEnd(spans, total),
      )
    case 'times':
      return combine([termAt(term.left, here), termAt(term.right, here)], ([a, b]) => {
        const corners = [a!.lo * b!.lo, a!.lo * b!.hi, a!.hi * b!.lo, a!.hi * b!.hi]
        return { lo: Math.min(...corners), hi: Math.max(...corners) }
      })
    case 'run-length':
      return runLength(term, { ...here, asWritten: false })
    default:
      return term satisfies never
  }
}

function dateAmong(term: Extract<DateTerm, { kind: 'latest-date' | 'first-date' }>, here: Here): TermValue {
  const dateOf = (record: OnTheDay): Span | null => {
    if (!term.of) return dateIn(record, here)
    const held = termAt({ kind: 'date-of', fact: term.of }, inspecting(term.entry, record, here))
    return isSpan(held) ? held : null
  }
  const sure = entriesWhere(term.entry, term.where, 'yes', here).map(dateOf)
  const both = [...sure, ...entriesWhere(term.entry, term.where, 'unknown', here).map(dateOf)]
  if (both.length === 0) return 'not-applicable'
  const dated = (dates: readonly (Span | null)[]): Span[] => dates.filter((d) => d !== null)
  if (sure.length === 0 || dated(both).length < both.length) return 'unknown'
  return term.kind === 'latest-date'
    ? { lo: Math.max(...dated(sure).map((d) => d.lo)), hi: Math.max(...dated(both).map((d) => d.hi)) }
    : { lo: Math.min(...dated(both).map((d) => d.lo)), hi: Math.min(...dated(sure).map((d) => d.hi)) }
}

function sumOver(term: Extract<NumberTerm, { kind: 'sum' }>, here: Here): TermValue {
  const over = (truth: Truth): TermValue[] =>
    entriesWhere(term.entry, term.where, truth, here).map((record) =>
      termAt({ kind: 'quantity', fact: term.of }, inspecting(term.entry, record, here)),
    )
  // An entry that may count can move the sum by its number or not at all, up or (below zero) down.
  const perhaps = over('unknown').map((v) => (isSpan(v) ? { lo: Math.min(0, v.lo), hi: Math.max(0, v.hi) } : v))
  return combine([...over('yes'), ...perhaps], (spans) => endByEnd(spans, total))
}

function runLength(term: Extract<NumberTerm, { kind: 'run-length' }>, here: Here): TermValue {
  const fulfilling = (condition: Condition, records: readonly OnTheDay[]): OnTheDay[] =>
    records.filter((record) => truthOf(condition, inspecting(term.entry, record, here)) === 'yes')
  let begun: readonly OnTheDay[] | null = null
  let last: TermValue = 'not-applicable'
  for (const day of dayByDay(entries(term.entry, here)).reverse()) {
    const during = fulfilling(term.during, day)
    const ended = fulfilling(term.endedBy, day).filter((record) => !during.includes(record))
    if (begun !== null && ended.length > 0) {
      const [from, to] = [together(begun), together(ended)]
      last = from === null || to === null ? 'unknown' : daysBetween(from, to)
      begun = null
    }
    if (begun === null && during.length > 0) begun = during
  }
  return last
}

// Conditions.

function truthOf(condition: Condition, from: Here): Truth {
  // A condition is about the day, whatever asks it.
  const here: Here = from.asWritten ? { ...from, asWritten: false } : from
  switch (condition.kind) {
    case 'always':
      return 'yes'
    case 'is': {
      const { value } = standing(condition.fact, here)
      return 'word' in value ? (condition.values.includes(value.word) ? 'yes' : 'no') : 'unknown'
    }
    case 'has': {
      const { value } = standing(condition.fact, here)
      if (!('words' in value)) return 'unknown'
      return condition.members.some((member) => value.words.includes(member)) ? 'yes' : 'no'
    }
    case 'compare':
      return compared(termAt(condition.left, here), condition.op, termAt(condition.right, here))
    case 'all':
      return allOf(condition.of.map((c) => truthOf(c, here)))
    case 'any':
      return anyOf(condition.of.map((c) => truthOf(c, here)))
    case 'not':
      return negate(truthOf(condition.of, here))
    case 'decided': {
      const answer = answerOf(condition.decision, here)
      if (condition.answers.includes(answer)) return 'yes'
      return answer === condition.decision.undetermined ? 'unknown' : 'no'
    }
    case 'some':
      return anyOf(
        entries(condition.entry, here).map((e) => truthOf(condition.where, inspecting(condition.entry, e, here))),
      )
    case 'recent':
      return recent(condition, dayByDay(entries(condition.entry, here)), condition.back, here)
    case 'established':
      return truthOf(condition.of, here) === 'yes' ? 'yes' : 'no'
    case 'unanswered':
      return 'unknown' in standing(condition.fact, here).value ? 'yes' : 'no'
    case 'named':
      return truthOf(condition.of, here)
    case 'proposed':
      return here.proposed?.kind.id === condition.entry.id
        ? truthOf(condition.of, { ...here, at: here.proposed })
        : 'unknown'
    default:
      return condition satisfies never
  }
}

/** `left` is the days still to look at, latest first; `back` how many fulfilling entries are still passed over. */
function recent(
  condition: Extract<Condition, { kind: 'recent' }>,
  left: readonly (readonly EntryRecord[])[],
  back: number,
  here: Here,
): Truth {
  const [day, ...older] = left
  if (day === undefined) return 'no'
  const inside = (record: EntryRecord): Here => inspecting(condition.entry, record, here)
  const perhaps = day.filter((record) => truthOf(condition.where, inside(record)) === 'unknown')
  const outcomes = new Set<Truth>()
  // Each entry that may or may not count is tried both ways; of those that then count any may be the one meant.
  for (let way = 0; way < 2 ** perhaps.length; way++) {
    const counting = day.filter((record) => {
      const open = perhaps.indexOf(record)
      return open < 0 ? truthOf(condition.where, inside(record)) === 'yes' : (way & (1 << open)) !== 0
    })
    if (back < counting.length) for (const one of counting) outcomes.add(truthOf(condition.holds, inside(one)))
    else outcomes.add(recent(condition, older, back - counting.length, here))
  }
  return outcomes.size === 1 ? [...outcomes][0]! : 'unknown'
}

// Decisions.

/** A decision about the person does not see the entry under inspection. */
function answerOf(decision: Decision, from: Here): string {
  const here: Here = decision.scope === 'patient' ? { ...from, at: null } : from
  const known = here.decided.get(decision) ?? new Map<EntryRecord | null, string>()
  here.decided.set(decision, known)
  const entry = here.at?.record ?? null
  const answer = known.get(entry) ?? decideOn(decision, here)
  known.set(entry, answer)
  return answer
}

function decideOn(decision: Decision, here: Here): string {
  const { body } = decision
  switch (body.kind) {
    case 'ranked': {
      let answer = body.otherwise.answer
      for (const rule of [...body.rules].reverse()) {
        const truth = truthOf(rule.when, here)
        if (truth === 'yes') answer = rule.answer
        if (truth === 'unknown') answer = meet(decision, rule.answer, answer)
      }
      return answer
    }
    case 'fold': {
      const kind = body.entry
      const answers = entries(kind, here).map((record) => answerOf(body.each, inspecting(kind, record, here)))
      return body.join.find((answer) => answers.includes(answer)) ?? body.otherwise.answer
    }
    case 'gate':
      return gateAnswer(body, here)
    default:
      return body satisfies never
  }
}

function meet(decision: Decision, one: string, other: string): string {
  if (one === other) return one
  if (decision.boldness === null) return decision.undetermined!
  const lowest = decision.boldness.find((level) => level.includes(one) || level.includes(other))!
  return lowest[0]!
}

function gateAnswer(gate: Extract<Decision['body'], { kind: 'gate' }>, here: Here): GateAnswer {
  const found: GateAnswer[] = gate.needs.map((n) => (truthOf(n.needs, here) === 'yes' ? 'permitted' : 'blocked'))
  for (const limit of gate.limits) {
    const truth = truthOf(limit.when, here)
    const effect = { block: 'blocked', caution: 'caution', note: 'permitted' }[limit.effect] as GateAnswer
    if (truth === 'yes') found.push(effect)
    if (truth === 'unknown' && !limit.atChair) found.push(effect)
    if (truth === 'unknown' && limit.atChair && gate.behind !== null) found.push('blocked')
  }
  if (gate.behind !== null) found.push(answerOf(gate.behind, here) as GateAnswer)
  return found.includes('blocked') ? 'blocked' : found.includes('caution') ? 'caution' : 'permitted'
}
