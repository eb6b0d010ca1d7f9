import { chart } from './chart-parts.ts'
import type { Example } from './example.ts'
import { operated, reported } from './operated.ts'

/** Spasm that is back after the operation, and whether the time before was free for long enough to call it a recurrence. */
export const returnOfSpasm: readonly Example[] = [
  {
    id: 'early-return-is-not-recurrence',
    title: 'Free for two months, then spasm again',
    story: 'Free from week one to day 70, then twitching. Under ninety free days is no recurrence.',
    asOf: '2026-03-30',
    chart: chart(...operated, reported('2026-01-19', 'none'), reported('2026-03-23', 'occasional')),
    expected: { decisions: { 'response.surgery': 'improving', stage: 'after-surgery' }, noAlerts: ['recurrence'] },
    about: ['SX-19', 'A23'],
  },
  {
    id: 'free-for-eighty-nine-days',
    title: 'Free for eighty-nine days, then spasm again',
    story: 'Free from 2 February, twitching again on 2 May: one day short of ninety. It is not called recurrence.',
    asOf: '2026-05-02',
    chart: chart(...operated, reported('2026-02-02', 'none'), reported('2026-05-02', 'occasional')),
    expected: {
      decisions: { 'response.surgery': { answer: 'improving', detail: { freeDays: 89 } }, stage: 'after-surgery' },
      noAlerts: ['recurrence'],
    },
    about: ['SX-14', 'SX-19', 'A23'],
  },
  {
    id: 'recurrence',
    title: 'Recurrence after a long free time',
    story: 'Free from May 2026 on, daily spasm in June 2027. The diagnosis is asked again, then MRI.',
    asOf: '2027-06-14',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2027-01-18', 'none'),
      reported('2027-06-14', 'reduced'),
    ),
    expected: {
      decisions: { 'response.surgery': 'recurrence', stage: 'follow-up' },
      alerts: ['recurrence'],
      steps: ['recheck-diagnosis'],
    },
    about: ['SX-14', 'A23'],
  },
  {
    id: 'back-and-one-report-without-answer',
    title: 'Spasm back, and one report in between without its answer',
    story:
      'Free in May 2026 and twitching again in September; in June somebody rang and wrote nothing down. Whether the face was free then is not known, so nothing is called a recurrence.',
    asOf: '2026-09-14',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2026-06-15', 'unknown'),
      reported('2026-09-14', 'reduced'),
    ),
    expected: {
      decisions: { 'response.surgery': { answer: 'not-reported', because: ['SX-22'] }, decompression: 'not-candidate' },
      noAlerts: ['recurrence'],
      steps: ['complete-spasm-report'],
      noSteps: ['recheck-diagnosis'],
    },
    about: ['SX-22', 'SX-14', 'A23'],
  },
  {
    id: 'closed-with-one-report-without-answer',
    title: 'The same, and the episode was closed',
    story: 'She was discharged in October. Nobody is asked to complete a report any more.',
    asOf: '2026-10-20',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2026-06-15', 'unknown'),
      reported('2026-09-14', 'reduced'),
      '2026-10-19 | episode.closed | discharged | Demo Dr Nora Nerve',
    ),
    expected: {
      decisions: { 'response.surgery': 'not-reported', stage: 'closed' },
      noSteps: ['complete-spasm-report'],
    },
    about: ['SX-22'],
  },
  {
    id: 'recurrence-and-a-gap-before-the-free-time',
    title: 'Recurrence, and a report without its answer before the free time',
    story:
      'In February nobody wrote down how the face was; in March there was still spasm, from May on none, and in September it is back. February cannot have been in the free time.',
    asOf: '2026-09-14',
    chart: chart(
      ...operated,
      reported('2026-02-11', 'unknown'),
      reported('2026-03-16', 'reduced'),
      reported('2026-05-04', 'none'),
      reported('2026-09-14', 'reduced'),
    ),
    expected: {
      decisions: { 'response.surgery': { answer: 'recurrence', because: ['SX-14'] } },
      steps: ['recheck-diagnosis'],
      noSteps: ['complete-spasm-report'],
    },
    about: ['SX-14', 'SX-22'],
  },
  {
    id: 'recurrence-and-a-gap-after-the-return',
    title: 'Recurrence, and a report without its answer after the return',
    story:
      'Free from May to September; at the call after that nobody wrote anything down, and in October there is spasm. The long free time had ended before.',
    asOf: '2026-10-12',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2026-09-14', 'reduced'),
      reported('2026-09-21', 'unknown'),
      reported('2026-10-12', 'reduced'),
    ),
    expected: {
      decisions: { 'response.surgery': { answer: 'recurrence', because: ['SX-14'] } },
      noSteps: ['complete-spasm-report'],
    },
    about: ['SX-14', 'SX-22'],
  },
  {
    id: 'recurrence-and-a-gap-long-before',
    title: 'Recurrence, and the free time since the last gap is long enough',
    story:
      'Free in March, nothing written down in June, free in July and spasm in January. Whatever June was, the face was free for half a year since.',
    asOf: '2027-01-11',
    chart: chart(
      ...operated,
      reported('2026-03-04', 'none'),
      reported('2026-06-15', 'unknown'),
      reported('2026-07-14', 'none'),
      reported('2027-01-11', 'reduced'),
    ),
    expected: {
      decisions: { 'response.surgery': { answer: 'recurrence', because: ['SX-14'] } },
      noSteps: ['complete-spasm-report'],
    },
    about: ['SX-14', 'SX-22'],
  },
  {
    id: 'back-and-spasm-some-day-in-that-year',
    title: 'Spasm back, and a letter says that there was spasm in 2026',
    story:
      'Free in May, twitching in September; a letter from elsewhere tells of spasm "in 2026". It may have been in June, so nobody knows how long the face was free.',
    asOf: '2026-09-14',
    chart: chart(
      ...operated,
      reported('2026', 'reduced'),
      reported('2026-05-04', 'none'),
      reported('2026-09-14', 'reduced'),
    ),
    expected: { decisions: { 'response.surgery': { answer: 'not-reported', because: ['SX-22'] } } },
    about: ['SX-22', 'SX-14'],
  },
  {
    id: 'free-and-spasm-on-a-day-nobody-knows',
    title: 'Free for three years, and an undated note of worse spasm',
    story:
      'The note may be of before or after the last visit. Its day decides what comes next, so somebody asks for it.',
    asOf: '2029-02-01',
    chart: chart(...operated, reported('2029-02-01', 'none'), 'undated | spasm-report report-note | status: worse'),
    expected: { decisions: { 'response.surgery': 'spasm-free' }, steps: ['complete-spasm-report'] },
    about: ['SX-12', 'SX-20'],
  },
  {
    id: 'two-reports-of-one-day',
    title: 'Free and not free on one day',
    story: 'The person says that the face is quiet, the examiner sees it twitch. Which of the two counts is asked.',
    asOf: '2026-09-14',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2026-09-14', 'reduced'),
      '2026-09-14 | spasm-report report-other | status: none',
    ),
    expected: {
      decisions: { 'response.surgery': { answer: 'not-reported', because: ['SX-20'] } },
      steps: ['complete-spasm-report'],
    },
    about: ['SX-20', 'SX-14'],
  },
  {
    id: 'recurrence-and-a-free-day-nobody-knows',
    title: 'Recurrence, and a note without its day of a quiet face',
    story:
      'Free from May to September, when the spasm is back; a note without a date says that the face was quiet. It takes nothing back of the free time, and its day is asked for.',
    asOf: '2026-09-14',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2026-09-14', 'reduced'),
      'undated | spasm-report report-note | status: none',
    ),
    expected: {
      decisions: { 'response.surgery': { answer: 'recurrence', because: ['SX-14'] } },
      due: { 'recheck-diagnosis': '2026-09-28' },
      steps: ['complete-spasm-report'],
    },
    about: ['SX-14', 'SX-22'],
  },
  {
    id: 'back-on-day-ninety-with-a-gap',
    title: 'Free on the day of the operation, spasm on day 90, and nothing written down in between',
    story:
      'It may have been free for ninety days, which is long enough. What was seen in February is not known, so nobody can say.',
    asOf: '2026-04-12',
    chart: chart(
      ...operated,
      reported('2026-01-12', 'none'),
      reported('2026-02-16', 'unknown'),
      reported('2026-04-12', 'occasional'),
    ),
    expected: { decisions: { 'response.surgery': { answer: 'not-reported', because: ['SX-22'] } } },
    about: ['SX-22', 'A23'],
  },
  {
    id: 'back-after-eighty-nine-days-with-a-gap',
    title: 'Free a day later, spasm on day 90, and nothing written down in between',
    story:
      'Eighty-nine free days at the most are no long time. Whatever was seen in February, this is a return that may settle.',
    asOf: '2026-04-12',
    chart: chart(
      ...operated,
      reported('2026-01-13', 'none'),
      reported('2026-02-16', 'unknown'),
      reported('2026-04-12', 'occasional'),
    ),
    expected: { decisions: { 'response.surgery': { answer: 'improving', because: ['SX-19'] } } },
    about: ['SX-19', 'SX-22'],
  },
  {
    id: 'back-and-spasm-on-a-day-nobody-knows',
    title: 'Spasm back, and a report of spasm without its day',
    story:
      'Free in May, twitching in September; a note without a date says that there was spasm. It may have been in June, so nobody knows how long the face was free.',
    asOf: '2026-09-14',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      'undated | spasm-report report-note | status: occasional',
      reported('2026-09-14', 'reduced'),
    ),
    expected: {
      decisions: { 'response.surgery': { answer: 'not-reported', because: ['SX-22'] } },
      steps: ['complete-spasm-report'],
    },
    about: ['SX-22', 'SX-14'],
  },
  {
    id: 'recurrence-after-an-operation-in-january',
    title: 'Recurrence, and of the operation only the month is known',
    story:
      'The letter says "January". A report of 20 January may be older than the operation; it lacks nothing, and the free time came later.',
    asOf: '2026-09-14',
    chart: chart(
      ...operated.slice(0, -1),
      '2026-01 | operation mvd | kind: mvd; side: left; vesselSeen: yes; vessels: [AICA]',
      reported('2026-01-20', 'reduced'),
      reported('2026-05-04', 'none'),
      reported('2026-09-14', 'reduced'),
    ),
    expected: {
      decisions: { 'response.surgery': { answer: 'recurrence', because: ['SX-14'] } },
      noSteps: ['complete-spasm-report'],
    },
    about: ['SX-14', 'SX-22'],
  },
  {
    id: 'asked-and-nothing-written-down',
    title: 'Free in May, and the last report has no answer',
    story: 'In September somebody rang and wrote nothing down. How the face is now is not known until it is.',
    asOf: '2026-09-21',
    chart: chart(...operated, reported('2026-05-04', 'none'), reported('2026-09-14', 'unknown')),
    expected: {
      decisions: { 'response.surgery': { answer: 'not-reported', because: ['SX-20'] } },
      due: { 'complete-spasm-report': '2026-09-21' },
    },
    about: ['SX-20', 'SX-22'],
  },
  {
    id: 'back-after-some-day-in-may',
    title: 'Free some day in May, spasm again in August, and one report without its answer',
    story:
      'Between the free day and the return lie 76 to 106 days. That is not known to be a long free time, so the missing answer changes nothing: better, and not gone.',
    asOf: '2026-08-15',
    chart: chart(
      ...operated,
      reported('2026-05', 'none'),
      reported('2026-06-15', 'unknown'),
      reported('2026-08-15', 'reduced'),
    ),
    expected: {
      decisions: { 'response.surgery': { answer: 'improving', because: ['SX-19'] } },
      noSteps: ['complete-spasm-report'],
    },
    about: ['SX-19', 'SX-22'],
  },
  {
    id: 'persistent-with-one-report-without-answer',
    title: 'Spasm after a year, and one report in between without its answer',
    story:
      'Free in May 2026, spasm in June 2027. More than a year has gone by and there is spasm, whatever the missing answer was.',
    asOf: '2027-06-14',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2026-06-15', 'unknown'),
      reported('2027-06-14', 'reduced'),
    ),
    expected: { decisions: { 'response.surgery': { answer: 'persistent', because: ['SX-08'] } } },
    about: ['SX-08', 'SX-22'],
  },
  {
    id: 'recurrence-and-a-report-before-the-operation',
    title: 'Recurrence, with a report from before the operation',
    story:
      'Before the operation somebody asked and wrote nothing down. That says nothing of the time since; the return in June 2027 is a recurrence.',
    asOf: '2027-06-14',
    chart: chart(
      ...operated,
      reported('2025-12-01', 'unknown'),
      reported('2026-05-04', 'none'),
      reported('2027-06-14', 'reduced'),
    ),
    expected: { decisions: { 'response.surgery': 'recurrence' }, steps: ['recheck-diagnosis'] },
    about: ['SX-14', 'SX-22'],
  },
  {
    id: 'recurrence-affirmed-the-same-day',
    title: 'Recurrence, and the diagnosis affirmed the same day',
    story: 'The person tells of the return at a visit. The surgeon looks again and stands by the diagnosis.',
    asOf: '2027-06-14',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2027-06-14', 'reduced'),
      '2027-06-14 | visit v-return | kind: follow-up; diagnosisAffirmed: yes',
    ),
    expected: { decisions: { 'response.surgery': 'recurrence' }, noSteps: ['recheck-diagnosis'] },
    about: ['SX-14', 'A23'],
  },
  {
    id: 'free-again-after-a-return',
    title: 'A return after a long free time, and free again',
    story: 'Free in May, twitching in September, free again in October. The latest word counts.',
    asOf: '2026-10-12',
    chart: chart(
      ...operated,
      reported('2026-05-04', 'none'),
      reported('2026-09-14', 'occasional'),
      reported('2026-10-12', 'none'),
    ),
    expected: { decisions: { 'response.surgery': 'spasm-free' }, noAlerts: ['recurrence'] },
    about: ['SX-12', 'SX-14'],
  },
]
