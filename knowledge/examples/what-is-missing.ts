import { chart, mri, person, ruleOuts, today, workedUp } from './chart-parts.ts'
import type { Example } from './example.ts'

const noAngiography = '[t1, t1-contrast, t2, flair, dwi, 3d-t2]'
const recent = { date: '2026-11-10' }
const onsetOf = (onset: string) => [person({ onset }), workedUp()]

/** What a report or a date leaves open, and the nearest way to settle it. */
export const whatIsMissing: readonly Example[] = [
  {
    id: 'normal-report-silent-on-arteries',
    title: 'A normal contrast MRI that says nothing of the arteries',
    story:
      'Contrast, FLAIR and thin T2 are normal, no sequence shows the arteries and the report does not mention them. The reader is asked first; that takes days, a new scan weeks.',
    asOf: today,
    chart: chart(person(), workedUp(), mri(recent, { sequences: noAngiography })),
    expected: {
      decisions: {
        ...ruleOuts('cleared', { 'vascular-malformation': 'open' }),
        imaging: 'inadequate-repeat',
        botulinum: { answer: 'blocked', because: ['BT-02/vascular-malformation'] },
      },
      steps: ['request-addendum'],
      noSteps: ['repeat-mri'],
    },
    about: ['A4', 'RO-02', 'IM-08'],
  },
  {
    id: 'addendum-arteries-assessed',
    title: 'The addendum: adequate for the arteries',
    story: 'The reader writes that the flow voids were assessed and the study is adequate for that. The gate opens.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      mri(recent, { sequences: noAngiography, adequateFor: '[vascular-malformation]' }),
    ),
    expected: {
      decisions: { ...ruleOuts('cleared'), imaging: 'adequate', botulinum: 'permitted' },
      noSteps: ['request-addendum', 'repeat-mri'],
    },
    about: ['A4', 'RO-02'],
  },
  {
    id: 'addendum-arteries-not-assessed',
    title: 'The addendum: the arteries cannot be judged',
    story:
      'The reader writes that the study is not adequate for the arteries. Nothing is left to ask, so the scan is repeated.',
    asOf: today,
    chart: chart(
      person(),
      workedUp(),
      mri(recent, { sequences: noAngiography, inadequateFor: '[vascular-malformation]' }),
    ),
    expected: {
      decisions: { ...ruleOuts('cleared', { 'vascular-malformation': 'open' }), botulinum: 'blocked' },
      steps: ['repeat-mri'],
      noSteps: ['request-addendum'],
    },
    about: ['A4', 'IM-08'],
  },
  {
    id: 'silent-on-the-fossa-days-not-weeks',
    title: 'Silent on the posterior fossa, thirteen days after the scan',
    story:
      'The report calls the brain normal and does not mention the posterior fossa. An addendum is asked for, and no new scan yet.',
    asOf: today,
    chart: chart(person(), workedUp(), mri(recent, { posteriorFossaQuality: null })),
    expected: {
      decisions: { ...ruleOuts('open'), botulinum: 'blocked' },
      steps: ['request-addendum'],
      noSteps: ['repeat-mri'],
    },
    about: ['A4', 'IM-08'],
  },
  {
    id: 'onset-never-asked-and-a-good-scan',
    title: 'A good scan, and nobody asked when it began',
    story:
      'The scan of August 2026 is complete and clear. Only the first spasm has no date: the year is asked for, and no other scan.',
    asOf: today,
    chart: chart(person().replace(/.*hfs\.onset.*/, ''), workedUp(), mri()),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        imaging: 'not-needed-yet',
        botulinum: { answer: 'blocked', missing: ['hfs.onset'] },
      },
      steps: ['ask-dates'],
      noSteps: ['order-mri', 'repeat-mri', 'ask-onset-month'],
    },
    about: ['A3', 'IM-11'],
  },
  {
    id: 'onset-in-the-year-of-the-scan',
    title: 'Onset "2026", scan of August 2026',
    story:
      'The person says it began this year, and the good scan is of this year, too. Whether it may count hangs on the month of the first spasm.',
    asOf: today,
    chart: chart(...onsetOf('"2026"'), mri()),
    expected: {
      decisions: {
        ...ruleOuts('open'),
        imaging: 'not-needed-yet',
        botulinum: { answer: 'blocked', missing: ['hfs.onset'] },
      },
      steps: ['ask-onset-month'],
      noSteps: ['order-mri', 'repeat-mri'],
    },
    about: ['A3', 'RO-01', 'IM-11'],
  },
  {
    id: 'onset-month-before-the-scan',
    title: 'The same, "in spring: April 2026"',
    story: 'The month is asked for and lies before the scan. Nothing else was missing.',
    asOf: today,
    chart: chart(...onsetOf('2026-04'), mri()),
    expected: {
      decisions: { ...ruleOuts('cleared'), imaging: 'adequate', botulinum: 'permitted' },
      noSteps: ['ask-onset-month'],
    },
    about: ['A3', 'IM-11'],
  },
  {
    id: 'onset-month-after-the-scan',
    title: 'The same, "in autumn: September 2026"',
    story:
      'The month is asked for and lies after the scan, which was made for headache. It cannot count, and another is ordered.',
    asOf: today,
    chart: chart(...onsetOf('2026-09'), mri()),
    expected: {
      decisions: { ...ruleOuts('open'), imaging: 'order', botulinum: 'blocked' },
      steps: ['order-mri'],
      noSteps: ['ask-onset-month'],
    },
    about: ['A3', 'IM-11'],
  },
]
