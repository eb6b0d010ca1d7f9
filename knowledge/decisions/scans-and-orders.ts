/** Which scans and requests can answer what is open, and which red flags still wait for a scan. */
import {
  all,
  any,
  before,
  type Condition,
  type DateTerm,
  dateOf,
  entryDate,
  established,
  has,
  is,
  latestDate,
  latestOf,
  memoise,
  named,
  none,
  not,
  onOrAfter,
  provided,
  some,
  type Urgency,
  unanswered,
} from '@facialis/language'
import { imagingOrder, study } from '../entries/index.ts'
import { onset, type RedFlag } from '../facts/index.ts'
import { flagRows } from './red-flag-table.ts'
import { raisedOnDays, unansweredFlag } from './red-flags.ts'
import { clearsAllWithContrast } from './study-reads.ts'

const f = study.fields
const o = imagingOrder.fields

/** An MRI, or a scan of which nobody said what kind it is. */
const perhapsMri = any(is(f.modality, 'mri'), unanswered(f.modality))
export const isCt = is(f.modality, 'ct', 'ct-angiography')
export const olderThanSpasm = named(
  'a scan from before the first spasm',
  established(before(entryDate(study), dateOf(onset))),
)
const poor = any(is(f.quality, 'limited', 'non-diagnostic'), is(f.posteriorFossaQuality, 'limited', 'non-diagnostic'))
/** A scan that could still answer, whoever reads it: no CT, none from before the first spasm, none of poor quality. */
export const mayAnswer = all(perhapsMri, not(olderThanSpasm), not(established(poor)))

const lastMri = latestDate(study, perhapsMri)
const askedForMri = any(is(o.modality, 'mri'), unanswered(o.modality))
/** Of a request: an MRI that nobody has made yet. A CT made meanwhile does not stand in for it. */
export const mriAwaited = all(askedForMri, any(none(study, perhapsMri), before(lastMri, entryDate(imagingOrder))))
/** Of a request, for whatever scan: it is not made yet. */
export const scanAwaited = any(
  mriAwaited,
  all(
    is(o.modality, 'ct', 'ct-angiography', 'catheter-angiography', 'ultrasound', 'other'),
    any(none(study), before(latestDate(study), entryDate(imagingOrder))),
  ),
)
export const anyMriAwaited = named('an MRI is ordered and not yet made', some(imagingOrder, mriAwaited))

/** An age at onset is known from the first spasm on, whenever somebody wrote it down. */
const datedNow = memoise((flag: RedFlag) => raisedOnDays(flag).map(({ when, on }) => ({ when: established(when), on })))
/** The day on which somebody raised the flag, or its sign began; none for what has been so from the beginning. */
const raisedOn = memoise(
  (flag: RedFlag): DateTerm => latestOf(...datedNow(flag).map(({ when, on }) => provided(when, on))),
)

/** From when on a scan can have answered for the flag: from the day it was raised, else from the first spasm on. */
const scanFrom = (flag: RedFlag): DateTerm =>
  latestOf(raisedOn(flag), provided(not(any(...datedNow(flag).map(({ when }) => when))), dateOf(onset)))
const sinceRaised = memoise((flag: RedFlag): Condition => onOrAfter(entryDate(study), scanFrom(flag)))
const scannedSince = (flag: RedFlag, by: Condition): Condition => established(some(study, all(by, sinceRaised(flag))))

/** A flag asks for contrast; where nobody says what was given, the report is asked first. */
const perhapsContrast = any(has(f.sequences, 't1-contrast', 'contrast-mra'), unanswered(f.sequences))
const contrastMri = all(perhapsMri, perhapsContrast)
const contrastCt = all(isCt, any(has(f.sequences, 'ct-contrast'), unanswered(f.sequences)))

const isOpen = memoise((flag: RedFlag): Condition => established(unansweredFlag(flag, clearsAllWithContrast)))
/** The flag waits for a scan of this kind. */
const waitsFor = memoise((flag: RedFlag, by: Condition): Condition => all(isOpen(flag), not(scannedSince(flag, by))))
const waiting = (by: Condition, ...urgencies: readonly Urgency[]): Condition =>
  any(
    ...flagRows
      .filter((row) => urgencies.length === 0 || urgencies.includes(row.urgency))
      .map(({ flag }) => waitsFor(flag, by)),
  )
/** Open, and no contrast MRI has been made since: whatever came of an earlier scan. */
export const flagToScan = named('an open red flag, and no contrast MRI since', waiting(contrastMri))
export const urgentFlagToScan = named(
  'an open urgent red flag, and no contrast MRI since',
  waiting(contrastMri, 'emergency', 'urgent'),
)
export const soonFlagToScan = named(
  'an open red flag to be seen soon, and no contrast MRI since',
  waiting(contrastMri, 'emergency', 'urgent', 'soon'),
)
/** The same where MRI is impossible and CT has to do. */
export const flagToScanByCt = named(
  'an open red flag, and no contrast scan since',
  waiting(any(contrastMri, contrastCt)),
)

/** The days on which flags that are still open were raised: an undated one leaves the day unknown. */
export const flagDays = flagRows.map(({ flag }) => ({
  name: flag.id,
  date: provided(isOpen(flag), raisedOn(flag)),
}))
