import {
  type Comparison,
  type Condition,
  type DateTerm,
  type Day,
  formatSpan,
  isExact,
  type NumberTerm,
  onceFor,
  type PolicyNumber,
  parseDate,
  type Span,
} from '@facialis/language'

/** A condition as a clinician would read it aloud. */
export const wordsOf: (condition: Condition) => string = onceFor(spelt)

function spelt(condition: Condition): string {
  switch (condition.kind) {
    case 'always':
      return 'always'
    case 'is':
      return `${condition.fact.label} is ${condition.values.map(plain).join(' or ')}`
    case 'has':
      return `${condition.fact.label} includes ${condition.members.map(plain).join(' or ')}`
    case 'compare':
      return `${numberWords(condition.left)} ${comparisonWords[condition.op]} ${numberWords(condition.right)}`
    case 'all':
      return condition.of.length === 0 ? 'always' : condition.of.map(inner).join(' and ')
    case 'any':
      return condition.of.length === 0 ? 'never' : condition.of.map(inner).join(' or ')
    case 'not':
      return `not (${wordsOf(condition.of)})`
    case 'decided':
      return `${condition.decision.id} is ${condition.answers.join(' or ')}`
    case 'some':
      return condition.where.kind === 'always'
        ? `there is a ${condition.entry.label}`
        : `there is a ${condition.entry.label} with ${wordsOf(condition.where)}`
    case 'recent':
      return `the ${condition.back === 0 ? 'latest' : `latest but ${condition.back}`} ${condition.entry.label}${
        condition.where.kind === 'always' ? '' : ` with ${wordsOf(condition.where)}`
      } has ${wordsOf(condition.holds)}`
    case 'established':
      return `it is known that ${wordsOf(condition.of)}`
    case 'unanswered':
      return `${condition.fact.label} is not answered`
    case 'named':
      return condition.name
    case 'proposed':
      return `the proposed ${condition.entry.label} has ${wordsOf(condition.of)}`
    default:
      return condition satisfies never
  }
}

const inner = (condition: Condition): string =>
  condition.kind === 'any' || condition.kind === 'all' ? `(${wordsOf(condition)})` : wordsOf(condition)

const plain = (word: string): string => word.replaceAll('-', ' ')

const comparisonWords: Readonly<Record<Comparison, string>> = {
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
}

/** A sentence or label as the rest of another sentence; a word in capitals stays as it is. */
export const inside = (text: string): string =>
  /^.[a-z ’]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** What a number a site may set counts, in words. */
export const unitWords: Readonly<Record<PolicyNumber['unit'], string>> = {
  d: 'days',
  a: 'years',
  '%': 'per cent',
  U: 'units',
  score: 'points',
  count: 'times',
  mm: 'mm',
}

export function numberWords(term: NumberTerm): string {
  switch (term.kind) {
    case 'number':
      return String(term.value)
    case 'policy':
      return `${inside(term.label)} (${term.default} ${unitWords[term.unit]})`
    case 'quantity':
      return term.fact.label
    case 'days-between':
      return `days from ${dateWords(term.from)} to ${dateWords(term.to)}`
    case 'years-between':
      return `years from ${dateWords(term.from)} to ${dateWords(term.to)}`
    case 'count':
      return `the number of ${term.entry.plural}${term.where.kind === 'always' ? '' : ` with ${wordsOf(term.where)}`}`
    case 'sum':
      return `the sum of ${term.of.label} over ${term.entry.plural}`
    case 'plus':
      return term.of.map(numberWords).join(' plus ')
    case 'times':
      return `${numberWords(term.left)} times ${numberWords(term.right)}`
    case 'run-length':
      return `days that ${wordsOf(term.during)} had lasted`
    default:
      return term satisfies never
  }
}

export function dateWords(term: DateTerm): string {
  switch (term.kind) {
    case 'as-of':
      return 'the day asked for'
    case 'date-of':
      return term.fact.label
    case 'recorded':
      return `the day ${term.fact.label} was recorded`
    case 'entry-date':
      return `the date of the ${term.entry.label}`
    case 'latest-date':
      return `the latest ${term.of?.label ?? term.entry.label}`
    case 'first-date':
      return `the first ${term.of?.label ?? term.entry.label}`
    case 'shifted':
      return `${dateWords(term.date)} plus ${numberWords(term.by)}`
    case 'earliest':
    case 'latest':
      return `the ${term.kind} of ${term.of.map(dateWords).join(', ')}`
    case 'provided':
      return `${dateWords(term.date)} where ${wordsOf(term.when)}`
    default:
      return term satisfies never
  }
}

/** A date as it was written. One that reached past the day and was cut there is shown whole: it has not changed since. */
export function dateWritten(span: Span, asOf: Day): string {
  if (isExact(span) || span.hi !== asOf) return formatSpan(span)
  const began = formatSpan({ lo: span.lo, hi: span.lo })
  const wholes = [began.slice(0, 7), began.slice(0, 4)].map((text) => ({ text, span: parseDate(text) }))
  return wholes.find((whole) => whole.span?.lo === span.lo && whole.span.hi >= asOf)?.text ?? formatSpan(span)
}
