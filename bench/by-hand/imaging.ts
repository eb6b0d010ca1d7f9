import type { Span } from '@facialis/language'
import { ctInstead } from './adequacy.ts'
import { before, onOrAfter, type When } from './days.ts'
import type { Certainty, Diagnosis, Phenotype } from './diagnosis.ts'
import { latestDate } from './entries.ts'
import { anyIs, type FourReads } from './lesions.ts'
import type { Person } from './person.ts'
import type { RedFlags } from './red-flags.ts'
import { isCt, perhapsContrastCt, perhapsContrastMri, perhapsMri, type Study } from './studies.ts'
import { all, any, anyOf, is, no, type Truth, truth, type Word, yes } from './truth.ts'

export type Imaging = 'not-needed-yet' | 'order' | 'adequate' | 'inadequate-repeat'

type ImagingOrder = Readonly<{ date: Span | null; modality: Word }>

type Sources = Readonly<{
  person: Person
  studies: readonly Study[]
  orders: readonly ImagingOrder[]
  diagnosis: Diagnosis
  certainty: Certainty
  phenotype: Phenotype
  redFlags: RedFlags
  reads: FourReads
  ruleOuts: FourReads
  notExcluded: Truth
}>

/** Whether a scan is asked for. Asking offers no treatment, so each line asks only what is known to be so. */
export function imagingOf(sources: Sources): Imaging {
  const { person, studies, orders, diagnosis, redFlags } = sources
  const answered = everyQuestionAnswered(sources)
  if (person.mriImpossible === 'yes') {
    if (flagWaits(redFlags, studies, anyContrastScan) || ctIsMissing(sources, answered)) return 'order'
    if (!answered || flagWaits(redFlags, studies, contrastMri)) return 'not-needed-yet'
  }
  if (flagWaits(redFlags, studies, contrastMri)) return 'order'
  if (answered) return 'adequate'
  if (anyOf(studies, waitsForReader) === yes) return 'not-needed-yet'
  if (studies.some(mayBeOlderThanSpasm)) return 'not-needed-yet'
  // Without contrast a good read is enough only where no flag is open, and that is still to be asked.
  if (redFlags.open !== yes && redFlags.open !== no && anyOf(studies, isGoodRead) === yes) return 'not-needed-yet'
  if (anyOf(studies, isRead) === yes && mriAwaited(orders, studies) === no) return 'inadequate-repeat'
  if (lidOnlyIsWatched(person, diagnosis, redFlags)) return 'not-needed-yet'
  if (diagnosis.opposed === yes && redFlags.open === no) return 'not-needed-yet'
  return isSuspected(sources) ? 'order' : 'not-needed-yet'
}

/** Some study answers each question, and the latest reader does not take it back. */
const everyQuestionAnswered = ({ reads, ruleOuts, notExcluded }: Sources): boolean =>
  !anyIs(reads, 'open') && (anyIs(ruleOuts, 'positive') || notExcluded === no)

/** CT has to do, and has neither been made nor waits for its reader. */
function ctIsMissing(sources: Sources, answered: boolean): boolean {
  const { person, studies, diagnosis, redFlags } = sources
  return (
    !answered &&
    isSuspected(sources) &&
    diagnosis.opposed !== yes &&
    !lidOnlyIsWatched(person, diagnosis, redFlags) &&
    ctInstead(studies) !== yes &&
    anyOf(studies, ctWaitsForReader) !== yes
  )
}

function isSuspected({ person, diagnosis, certainty, phenotype, redFlags }: Sources): boolean {
  if (certainty === 'probable' || certainty === 'definite') return true
  if (phenotype !== 'mimic' && phenotype !== 'undetermined') return true
  if (is(person.conclusion.word, 'definite', 'probable', 'possible') === yes) return true
  if (redFlags.open === yes) return true
  return certainty === 'possible' && phenotype !== 'mimic' && isPartlyDescribed(person, diagnosis)
}

const isPartlyDescribed = (person: Person, { oneSided }: Diagnosis): boolean =>
  oneSided === yes ||
  person.onsetOrbicularisOculi === 'yes' ||
  person.downwardSpread === 'yes' ||
  person.synchronous === 'yes' ||
  person.otherBabinski === 'yes'

/** A twitch of the lid alone is watched until it spreads, somebody signs a diagnosis or a flag is raised. */
const lidOnlyIsWatched = (person: Person, { signedDiagnosis }: Diagnosis, { open }: RedFlags): boolean =>
  person.lidOnly === 'yes' &&
  person.downwardSpread !== 'yes' &&
  person.weakness !== 'yes' &&
  person.bilateralSync !== 'yes' &&
  person.bilateralAsync.word !== 'yes' &&
  signedDiagnosis !== yes &&
  open !== yes

/** Entered as it was read, and from after the first spasm. */
const isRead = ({ report, afterOnset }: Study): Truth => all(is(report, 'structured'), afterOnset)
const isGoodRead = (study: Study): Truth =>
  all(is(study.modality, 'mri'), isRead(study), study.good, study.goodForFossa)

/** Not read yet, or not entered. */
const lacksReport = ({ report }: Study): Truth => is(report, 'none', 'not-structured')
const notKnownAcknowledged = ({ acknowledged }: Study): Truth => truth(acknowledged !== yes)

/** A scan that could still answer, and waits to be read, entered or acknowledged. */
const waitsForReader = (study: Study): Truth =>
  perhapsMri(study) && study.beforeOnset !== yes && study.poor !== yes
    ? any(lacksReport(study), all(isRead(study), study.good, study.goodForFossa, notKnownAcknowledged(study)))
    : no
const ctWaitsForReader = (study: Study): Truth =>
  study.beforeOnset === yes
    ? no
    : all(isCt(study), any(lacksReport(study), all(isRead(study), notKnownAcknowledged(study))))

/** A good read of which nobody can say yet whether it came before the first spasm. */
const mayBeOlderThanSpasm = ({ modality, report, good, goodForFossa, afterOnset, beforeOnset }: Study): boolean =>
  modality === 'mri' &&
  report === 'structured' &&
  good === yes &&
  goodForFossa === yes &&
  afterOnset !== yes &&
  beforeOnset !== yes

/** An MRI is ordered that nobody has made yet; a CT made meanwhile does not stand in for it. */
function mriAwaited(orders: readonly ImagingOrder[], studies: readonly Study[]): Truth {
  if (orders.length === 0) return no
  const made = latestDate(studies, (study) => truth(perhapsMri(study)))
  return anyOf(orders, ({ modality, date }) =>
    modality !== null && modality !== 'mri' ? no : made === 'never' ? yes : before(made, date),
  )
}

const contrastMri = (study: Study): Truth => truth(perhapsContrastMri(study))
const anyContrastScan = (study: Study): Truth =>
  perhapsContrastMri(study) ? yes : perhapsContrastCt(study) ? isCt(study) : no

/** Some flag is open that no such scan was made for: whatever came of an earlier one. */
const flagWaits = ({ scanFrom }: RedFlags, studies: readonly Study[], by: (study: Study) => Truth): boolean =>
  scanFrom.some((day: When) => anyOf(studies, (study) => all(by(study), onOrAfter(study.date, day))) !== yes)
