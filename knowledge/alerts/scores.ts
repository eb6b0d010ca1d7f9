import {
  type Alert,
  alert,
  all,
  any,
  atLeast,
  before,
  type Condition,
  entryDate,
  established,
  firstDate,
  latest,
  latestDate,
  lessThan,
  type NumberTerm,
  not,
  onOrAfter,
  plus,
  type QuantityFact,
  quantity,
  sum,
  unanswered,
} from '@facialis/language'
import { score } from '../entries/index.ts'
import { micHfs7Points, micHfs30Points, phqHumanContact, phqLetter } from '../policy/index.ts'
import { A27, K49, K49a, K49b } from '../sources/index.ts'

/** First and latest total of one questionnaire; a day with two entries of it is not compared. */
const totals = (field: QuantityFact) => {
  const has = established(not(unanswered(field)))
  const first = firstDate(score, has)
  const last = latestDate(score, has)
  return {
    first: sum(score, field, all(has, onOrAfter(first, entryDate(score)))),
    last: sum(score, field, all(has, onOrAfter(entryDate(score), last))),
    compared: before(first, last),
  }
}

/** The difference, up or down, is smaller than what matters to people. */
const hardlyChanged = (field: QuantityFact, matters: NumberTerm): Condition => {
  const { first, last, compared } = totals(field)
  return established(all(compared, lessThan(first, plus(last, matters)), lessThan(last, plus(first, matters))))
}

const total = quantity(score.fields.phq9)

export const scoreAlerts: readonly Alert[] = [
  alert(
    'no-important-change',
    {
      severity: 'info',
      when: any(hardlyChanged(score.fields.hfs7, micHfs7Points), hardlyChanged(score.fields.hfs30, micHfs30Points)),
      text: 'No important change: the score changed by less than the minimal important difference (one centre, short follow-up). For information, not a reason to change treatment.',
      rules: ['FU-02'],
    },
    K49,
    K49a,
    K49b,
  ),
  alert(
    'mood-line-in-the-letter',
    {
      severity: 'info',
      when: established(
        latest(
          score,
          not(unanswered(score.fields.phq9)),
          all(atLeast(total, phqLetter), lessThan(total, phqHumanContact)),
        ),
      ),
      text: 'Mood is low: a line to the family doctor in the letter. The score is not shown to the referrer.',
      rules: ['FU-03'],
    },
    A27,
  ),
]
