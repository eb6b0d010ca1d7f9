import {
  all,
  any,
  asOf,
  atLeast,
  type Condition,
  decide,
  detail,
  entryDate,
  established,
  type NumberTerm,
  named,
  not,
  onOrAfter,
  otherwise,
  ownJudgement,
  rule,
  runLength,
  shifted,
  some,
} from '@facialis/language'
import { spasmReport } from '../entries/index.ts'
import { failureNotBefore, recurrenceNotBefore, spasmFreeDaysForRecurrence } from '../policy/index.ts'
import { A23, K83, K84, K85, K86, K87, K90, Return115, S16 } from '../sources/index.ts'
import {
  anyDecompression,
  everFreeSinceSurgery,
  free,
  hardlyBetter,
  lastDecompression,
  lately,
  sinceDecompression,
  sinceSurgery,
  spasm,
} from './course.ts'

const mayBeSince = not(established(not(sinceSurgery)))
const perhapsSpasm = not(established(free))
const undated = not(established(onOrAfter(asOf, entryDate(spasmReport))))

/** How long the last free time had lasted when spasm ended it. */
const freeDays = runLength(spasmReport, { during: all(sinceSurgery, free), endedBy: all(sinceSurgery, spasm) })
/** The same, where whatever may tell of spasm is taken to do so. */
const surelyFreeDays = runLength(spasmReport, { during: all(sinceSurgery, free), endedBy: perhapsSpasm })

/** Reported when a year had gone by: an earlier report does not become a verdict by waiting. */
const aYearOn = onOrAfter(entryDate(spasmReport), shifted(lastDecompression, failureNotBefore))

const freeLongBefore = (days: NumberTerm): Condition =>
  all(lately(spasm), atLeast(days, spasmFreeDaysForRecurrence), atLeast(sinceDecompression, recurrenceNotBefore))
const undatedSpasm = named(
  'a report without its day that may tell of spasm',
  some(spasmReport, all(perhapsSpasm, undated)),
)
/** Spasm again after a time that is known to have been long and free throughout. */
const recurred = established(all(freeLongBefore(surelyFreeDays), not(undatedSpasm)))
/** The same, unless a report without its day or its answer tells of spasm in between. */
const perhapsRecurred = established(freeLongBefore(freeDays))
/** What reports say leaves open how the spasm is, or whether it came back after a long free time. */
export const reportsToComplete = all(
  established(anyDecompression),
  some(spasmReport, mayBeSince),
  any(
    some(spasmReport, all(mayBeSince, undated)),
    all(perhapsRecurred, not(recurred)),
    not(established(any(lately(free), lately(spasm)))),
  ),
)
/** Spasm, told of when the year was over. */
const persists = established(all(lately(all(spasm, aYearOn)), atLeast(sinceDecompression, failureNotBefore)))
/** The operation has not helped, or no longer does: what is asked before another is thought of. */
export const spasmAfterAll = named('spasm despite the operation', any(recurred, persists))

/** Relief is often but not always immediate: before a year has passed nothing is called persistent, whatever is seen. */
export const responseSurgery = decide('response.surgery', {
  asks: 'How did the spasm respond to the operation?',
  answers: ['not-applicable', 'not-reported', 'too-early', 'improving', 'spasm-free', 'recurrence', 'persistent'],
  rests: 'on what is established',
  rules: [
    rule('SX-16', established(not(anyDecompression)))
      .answers('not-applicable')
      .because('No operation is on record.', S16)
      .over('SX-17'),
    rule('SX-17', established(not(some(spasmReport, sinceSurgery))))
      .answers('not-reported')
      .because('Nobody has reported on the spasm since the operation.', K85)
      .over('SX-14'),
    rule('SX-14', recurred)
      .answers('recurrence')
      .because(
        'The spasm returned after a long spasm-free period: reconsider the diagnosis first, then order MRI.',
        A23,
        K90,
      )
      .over('SX-12'),
    rule('SX-12', established(lately(free)))
      .answers('spasm-free')
      .because('The latest report is of no spasm.', K83, K84)
      .over('SX-08'),
    rule('SX-08', persists)
      .answers('persistent')
      .because('There is still spasm a year after the operation.', K85, K86)
      .over('SX-22'),
    rule('SX-22', perhapsRecurred)
      .answers('not-reported')
      .because(
        'The spasm is back, and a report since the operation lacks its day or its answer: how long the face was free is not known.',
        A23,
        ownJudgement('a report without an answer does not count as spasm-free'),
      )
      .over('SX-21'),
    rule('SX-21', established(all(lately(spasm), atLeast(sinceDecompression, failureNotBefore))))
      .answers('not-reported')
      .because(
        'There is no report from a year or more after surgery; an earlier report does not show how things are now.',
        K85,
        A23,
      )
      .over('SX-18'),
    rule('SX-18', established(all(lately(hardlyBetter), not(everFreeSinceSurgery))))
      .answers('too-early')
      .because('Not better yet; relief may take up to a year.', S16, K84, K85)
      .over('SX-19'),
    rule('SX-19', established(lately(spasm)))
      .answers('improving')
      .because('Improved or spasm-free for a time: a return within weeks usually settles.', A23, K87, Return115),
  ],
  otherwise: otherwise(
    'SX-20',
    'not-reported',
    'It is not known how the spasm is.',
    ownJudgement('a report without a date or an answer cannot be interpreted'),
  ),
  detail: {
    operation: detail.date(lastDecompression),
    freeDays: detail.numberOf(freeDays),
  },
})
