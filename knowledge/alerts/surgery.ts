import {
  type Alert,
  alert,
  all,
  any,
  asOf,
  atLeast,
  atMost,
  dateOf,
  daysBetween,
  decided,
  established,
  is,
  latest,
  lessThan,
  not,
  quantity,
  some,
  unanswered,
  yes,
} from '@facialis/language'
import {
  anyDecompression,
  decompressionDone,
  lately,
  sinceDecompression,
  spasm,
  theatreAhead,
} from '../decisions/course.ts'
import { responseSurgery } from '../decisions/response-surgery.ts'
import { checklist, goListComplete } from '../decisions/surgery-checklist.ts'
import { operation, study } from '../entries/index.ts'
import { chairPregnancy, theatreDate, wishSurgery } from '../facts/index.ts'
import { baepAmplitudeFall, baepLatencyHundredths, failureNotBefore, goCheckBefore } from '../policy/index.ts'
import {
  A21,
  A23,
  A24,
  A24a,
  A25,
  A26,
  K36b,
  K84,
  K85,
  K86,
  K87,
  K90,
  K92,
  K92a,
  K93,
  K95,
  Return115,
  S16,
  Wei2018,
} from '../sources/index.ts'

const f = operation.fields
const last = (holds: Parameters<typeof latest>[2]) => latest(operation, decompressionDone, holds)
const ofNote = any(
  is(f.baepWaveV, 'lost', 'lost-and-back'),
  all(
    atLeast(quantity(f.baepLatencyShift), baepLatencyHundredths),
    atLeast(quantity(f.baepAmplitudeFall), baepAmplitudeFall),
  ),
)
const typed = yes(f.baepBaselineTyped)
const anyBaep = not(all(unanswered(f.baepLatencyShift), unanswered(f.baepAmplitudeFall), unanswered(f.baepWaveV)))

export const surgeryAlerts: readonly Alert[] = [
  alert(
    'lateral-spread-is-prognosis',
    {
      severity: 'info',
      when: established(last(is(f.lsrAtEnd, 'gone', 'present'))),
      text: 'The lateral spread response at the end is prognosis only: its absence does not prove that the spasm stays away (4 % still have it at a year), and its presence does not prove the opposite (three in four are spasm-free). Sources disagree on its value.',
      rules: ['SX-07'],
    },
    K92,
    K92a,
    K93,
    Wei2018,
    A24,
  ),
  alert(
    'hearing-potential-of-note',
    {
      severity: 'info',
      when: established(last(all(typed, ofNote))),
      text: 'Typed values: wave V of the brainstem auditory evoked potentials delayed by 1 ms or more together with half of its amplitude gone, or lost. Such ears lost hearing more often; the audiograms say what became of it.',
      rules: ['SX-07'],
    },
    K95,
    A24a,
  ),
  alert(
    'no-hearing-baseline',
    {
      severity: 'info',
      when: established(last(all(anyBaep, not(established(typed))))),
      text: 'No baseline of brainstem auditory evoked potentials was entered, so no change from it is shown.',
      rules: ['SX-07'],
    },
    A24a,
  ),
  alert(
    'relief-may-come-late',
    {
      severity: 'info',
      when: established(all(anyDecompression, lately(spasm), lessThan(sinceDecompression, failureNotBefore))),
      text: 'Spasm in the first year is common before it stops: of those who became free, half were so by one month, 73 % by three, 87 % by six, 97 % by twelve. Nothing is judged before day 365.',
      rules: ['SX-08'],
    },
    S16,
    K84,
    K85,
    K86,
    K87,
    Return115,
  ),
  alert(
    'recurrence',
    {
      severity: 'warning',
      when: decided(responseSurgery, 'recurrence'),
      text: 'Spasm is back after a long spasm-free time: recurrence. Question the diagnosis again first, then MRI.',
      rules: ['SX-14'],
    },
    A23,
    K90,
  ),
  alert(
    'go-list-incomplete',
    {
      severity: 'warning',
      when: all(
        established(all(theatreAhead, atMost(daysBetween(asOf, dateOf(theatreDate)), goCheckBefore))),
        not(established(goListComplete)),
      ),
      text: 'Theatre is within a week and the go list is not complete; ages count to the theatre date.',
      rules: ['SX-03', 'SX-04', 'SX-05', 'SX-06'],
    },
    A26,
  ),
  alert(
    'theatre-without-grounds',
    {
      severity: 'critical',
      when: all(
        established(all(theatreAhead, atMost(daysBetween(asOf, dateOf(theatreDate)), goCheckBefore))),
        not(established(checklist.grounds.done)),
      ),
      text: 'Surgery is within a week and is no longer justified: the diagnosis is not signed, a lesion is not ruled out, a red flag is open, or there is a contraindication. Do not go; the surgeon decides today.',
      rules: ['SX-03'],
    },
    A26,
    A25,
  ),
  alert(
    'operation-in-pregnancy',
    {
      severity: 'warning',
      when: established(all(is(chairPregnancy, 'pregnant-or-trying'), any(theatreAhead, yes(wishSurgery)))),
      text: 'Pregnant or trying: an elective operation waits. Enter it as a contraindication, or say with the person when to talk again.',
      rules: ['SX-03'],
    },
    A26,
    A21,
  ),
  alert(
    'winding-artery',
    {
      severity: 'info',
      when: established(some(study, is(study.fields.dolichoectasia, 'yes'))),
      text: 'Vertebrobasilar dolichoectasia is the cause, not a malformation; the operation carries more risk, to be named.',
      rules: ['SX-01'],
    },
    K36b,
    A25,
  ),
]
