import {
  all,
  any,
  dateOf,
  daysSince,
  decided,
  entryDate,
  established,
  has,
  is,
  latestDate,
  moreThan,
  not,
  onOrAfter,
  plus,
  type Step,
  some,
  step,
  unanswered,
  yes,
} from '@facialis/language'
import { imaging, onsetTooVague } from '../decisions/imaging.ts'
import { anyMriAwaited } from '../decisions/scans-and-orders.ts'
import { arteriesAssessed } from '../decisions/study-reads.ts'
import { findings, imagingOrder, study } from '../entries/index.ts'
import { onset } from '../facts/index.ts'
import {
  addendumDue,
  addendumOverdue,
  missingFactsLetterDue,
  mriOrderDue,
  mriOrderOverdue,
  mriReportDue,
  mriReportOverdue,
} from '../policy/index.ts'
import { A3, A4, S13 } from '../sources/index.ts'
import { onPathway, untilGone } from './calling.ts'
import { askingForScan, haste, lastStudy, notAcknowledged, orderWindow, scanPossible } from './of-studies.ts'

const f = study.fields

/** No sequence shows the arteries, and the reader says neither that they were assessed nor that they could not be. */
const arteriesUnsaid = all(
  not(established(arteriesAssessed)),
  not(established(has(f.adequateFor, 'vascular-malformation'))),
  not(established(has(f.inadequateFor, 'vascular-malformation'))),
)
/** A read after onset, of good quality, that leaves something unsaid (even what kind of scan it was): the reader can mend it in days. */
const silent = all(
  any(is(f.modality, 'mri'), unanswered(f.modality)),
  is(f.report, 'structured'),
  onOrAfter(entryDate(study), dateOf(onset)),
  not(
    established(
      any(is(f.quality, 'limited', 'non-diagnostic'), is(f.posteriorFossaQuality, 'limited', 'non-diagnostic')),
    ),
  ),
  any(
    ...[
      f.modality,
      f.quality,
      f.posteriorFossaQuality,
      f.readerRole,
      f.signed,
      f.sequences,
      f.coverage,
      ...findings,
    ].map(unanswered),
    arteriesUnsaid,
  ),
)
const repeatIsNeeded = decided(imaging, 'inadequate-repeat')
const addendumMayDo = all(repeatIsNeeded, some(study, silent))
const addendumIsLate = moreThan(daysSince(latestDate(study, established(silent))), plus(mriReportDue, addendumOverdue))

/** A good read that only waits to be acknowledged is no reason for a new scan. */
const usualRead = all(
  is(f.modality, 'mri'),
  yes(f.signed),
  is(f.quality, 'diagnostic'),
  is(f.posteriorFossaQuality, 'diagnostic'),
  onOrAfter(entryDate(study), dateOf(onset)),
)

/** What a report leaves open, and what settles it: the reader in days, the person on the telephone, a new scan in weeks. */
export const reportGaps: readonly Step[] = [
  step(
    'ask-onset-month',
    {
      label: 'Ask in which month the spasm began',
      text: 'The date of the first spasm is so approximate that the scan may predate it; the month, or the day, decides whether the scan counts.',
      when: onPathway(onsetTooVague, untilGone),
      owner: 'coordinator',
      urgency: haste,
      anchor: { name: 'study', date: latestDate(study) },
      window: { due: missingFactsLetterDue },
      settles: [onset],
      rules: ['IM-11', 'RO-01'],
    },
    A3,
    S13,
  ),
  step(
    'request-addendum',
    {
      label: 'Ask the reader for an addendum',
      text: 'The scan may be good enough; the report leaves out something the questions need: the posterior fossa, or whether the arteries were assessed. Its reader says so, or says that the scan is adequate for the question. This takes days; a new scan takes weeks.',
      when: onPathway(addendumMayDo, untilGone),
      owner: 'clinician',
      urgency: haste,
      anchor: lastStudy(silent),
      window: { due: plus(mriReportDue, addendumDue), overdue: plus(mriReportDue, addendumOverdue) },
      settles: [study],
      rules: ['IM-08'],
    },
    A4,
    S13,
  ),
  step(
    'repeat-mri',
    {
      label: 'Repeat the MRI with the full protocol',
      text: 'The reported imaging cannot answer every question: wrong modality, quality or sequences, or older than the first spasm.',
      when: onPathway(
        all(
          repeatIsNeeded,
          scanPossible,
          not(established(some(study, all(usualRead, notAcknowledged)))),
          any(not(established(addendumMayDo)), addendumIsLate),
        ),
        anyMriAwaited,
      ),
      owner: 'clinician',
      urgency: haste,
      anchor: [{ name: 'study', date: latestDate(study) }, ...askingForScan],
      window: orderWindow(plus(mriReportDue, mriOrderDue), plus(mriReportOverdue, mriOrderOverdue)),
      settles: [study, imagingOrder],
      rules: ['IM-08', 'IM-02'],
    },
    S13,
    A3,
    A4,
  ),
]
