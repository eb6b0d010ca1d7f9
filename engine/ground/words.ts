import {
  type Comparison,
  type Condition,
  type DateTerm,
  memoiseWeak,
  type NumberTerm,
  type PolicyNumber,
} from '@facialis/language'

/** How is said what the pathway keeps under ids: as it is kept, or by the names that people go by. */
export type Naming = Readonly<{
  /** An answer of a decision. */
  answer: (answer: string) => string
  /** That a decision came out as one of these. */
  decided: (decision: string, answers: readonly string[]) => string
  /** That a fact has one of these values. */
  is: (label: string, values: readonly string[]) => string
  /** That a fact has one of these among its values. */
  has: (label: string, members: readonly string[]) => string
  /** A number that a site may set, with what it counts in the plural. */
  amount: (value: number, plural: string) => string
}>

/** Conditions, numbers and dates as a clinician would read them aloud. */
export type Wording = Readonly<{
  naming: Naming
  wordsOf: (condition: Condition) => string
  numberWords: (term: NumberTerm) => string
  dateWords: (term: DateTerm) => string
}>

export function wordingBy(naming: Naming): Wording {
  const by: Wording = {
    naming,
    wordsOf: memoiseWeak((condition: Condition) => conditionText(condition, by)),
    numberWords: (term) => numberText(term, by),
    dateWords: (term) => dateText(term, by),
  }
  return by
}

const plain = (word: string): string => word.replaceAll('-', ' ')
const anyOf = (words: readonly string[]): string => words.join(' or ')

/**
 * By ids, as advice is kept: what was told once has to be told again to the letter, so a better name for something must
 * not change it.
 */
const namingById: Naming = {
  answer: (answer) => answer,
  decided: (decision, answers) => `${decision} is ${anyOf(answers)}`,
  is: (label, values) => `${label} is ${anyOf(values.map(plain))}`,
  has: (label, members) => `${label} includes ${anyOf(members.map(plain))}`,
  amount: (value, plural) => `${value} ${plural}`,
}
export const wordingById = wordingBy(namingById)
export const { wordsOf, numberWords, dateWords } = wordingById

function conditionText(condition: Condition, by: Wording): string {
  const { naming, wordsOf, numberWords } = by
  switch (condition.kind) {
    case 'always':
      return 'always'
    case 'is':
      return naming.is(condition.fact.label, condition.values)
    case 'has':
      return naming.has(condition.fact.label, condition.members)
    case 'compare':
      return `${numberWords(condition.left)} ${comparisonWords[condition.op]} ${numberWords(condition.right)}`
    case 'all':
      return condition.of.length === 0 ? 'always' : condition.of.map((one) => inner(one, by)).join(' and ')
    case 'any':
      return condition.of.length === 0 ? 'never' : condition.of.map((one) => inner(one, by)).join(' or ')
    case 'not':
      return `not (${wordsOf(condition.of)})`
    case 'decided':
      return naming.decided(condition.decision.id, condition.answers)
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

const inner = (condition: Condition, { wordsOf }: Wording): string =>
  condition.kind === 'any' || condition.kind === 'all' ? `(${wordsOf(condition)})` : wordsOf(condition)

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

function numberText(term: NumberTerm, { naming, wordsOf, numberWords, dateWords }: Wording): string {
  switch (term.kind) {
    case 'number':
      return String(term.value)
    case 'policy':
      return `${inside(term.label)} (${naming.amount(term.default, unitWords[term.unit])})`
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

function dateText(term: DateTerm, { wordsOf, numberWords, dateWords }: Wording): string {
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
