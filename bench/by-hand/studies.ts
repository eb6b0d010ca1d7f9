import type { EntryRecord, Span } from '@facialis/language'
import { before, onOrAfter } from './days.ts'
import { word, wordOr, words, wordsOrNone } from './entries.ts'
import { type Findings, findingsOf } from './findings.ts'
import { all, any, is, type Truth, type Word } from './truth.ts'

/** One imaging study and how it was read. */
export type Study = Readonly<{
  date: Span | null
  modality: Word
  report: Word
  sequences: readonly string[] | null
  coverage: readonly string[] | null
  adequateFor: readonly string[] | null
  inadequateFor: readonly string[] | null
  dolichoectasia: Word

  masses: Findings
  malformations: Findings
  plaques: Findings
  others: Findings
  /** No mass inside the skull and no lesion of the bone; no malformation and no aneurysm. */
  fossaAbsent: Truth
  arteriesAbsent: Truth

  signed: Truth
  acknowledged: Truth
  readByNeuroradiologist: Truth
  /** Entered as it was read, signed by somebody who may read it, acknowledged here. */
  readHere: Truth
  /** Of diagnostic quality for the brain; the same for the posterior fossa. */
  good: Truth
  goodForFossa: Truth
  poor: Truth
  afterOnset: Truth
  beforeOnset: Truth
  /** The reader concludes that a lesion is, or is not, excluded, or says neither. */
  lesionExcluded: Word
  /** A signed and acknowledged MRI after the first symptom, diagnostic for brain and posterior fossa. */
  usable: Truth
}>

export function studyOf(entry: EntryRecord, onset: Span | null): Study {
  const normal = word(entry, 'study.normalStatement') === 'yes'
  // "Normal brain and posterior fossa" answers what the report does not mention, and whoever attests to it has read it.
  const finding = (field: string): Word => (normal ? wordOr(entry, field, 'absent') : word(entry, field))
  const acknowledged = is(
    normal ? wordOr(entry, 'study.acknowledged', 'yes') : word(entry, 'study.acknowledged'),
    'yes',
  )
  const modality = word(entry, 'study.modality')
  const report = word(entry, 'study.report')
  const readerRole = word(entry, 'study.readerRole')
  const signed = is(word(entry, 'study.signed'), 'yes')
  const quality = word(entry, 'study.quality')
  const fossa = word(entry, 'study.posteriorFossaQuality')
  const good = is(quality, 'diagnostic')
  const goodForFossa = is(fossa, 'diagnostic')
  const afterOnset = onOrAfter(entry.date, onset)
  const lesionExcluded = wordOr(entry, 'mri.lesionExcluded', 'not-stated')
  const readByNeuroradiologist = is(readerRole, 'neuroradiologist')
  const readHere = all(
    is(report, 'structured'),
    is(readerRole, 'neuroradiologist', 'general-radiologist', 'neurosurgeon', 'neurologist'),
    signed,
    acknowledged,
  )

  const relevanceBy = wordOr(entry, 'study.relevanceBy', 'not-stated')
  const judge = {
    relevanceBy,
    judged: is(relevanceBy, 'neurologist', 'neurosurgeon'),
    neuroradiologist: any(readByNeuroradiologist, is(wordOr(entry, 'study.neuroradiologyRead', 'not-stated'), 'yes')),
  }
  const tumour = finding('mri.tumour')
  const boneLesion = finding('mri.boneLesion')
  const vascularMalformation = finding('mri.vascularMalformation')
  const aneurysm = finding('mri.aneurysm')
  return {
    date: entry.date,
    modality,
    report,
    sequences: words(entry, 'study.sequences'),
    coverage: words(entry, 'study.coverage'),
    adequateFor: wordsOrNone(entry, 'study.adequateFor'),
    inadequateFor: wordsOrNone(entry, 'study.inadequateFor'),
    dolichoectasia: wordOr(entry, 'mri.dolichoectasia', 'not-stated'),

    masses: findingsOf([tumour, finding('mri.earLesion'), finding('mri.parotidMass')], judge),
    malformations: findingsOf([vascularMalformation, aneurysm], judge),
    plaques: findingsOf([finding('mri.demyelination')], judge),
    others: findingsOf(
      [
        finding('mri.raisedPressure'),
        finding('mri.infarctOrBleed'),
        finding('mri.chiari'),
        boneLesion,
        finding('mri.nerveEnhancement'),
      ],
      judge,
    ),
    fossaAbsent: all(is(tumour, 'absent'), is(boneLesion, 'absent')),
    arteriesAbsent: all(is(vascularMalformation, 'absent'), is(aneurysm, 'absent')),

    signed,
    acknowledged,
    readByNeuroradiologist,
    readHere,
    good,
    goodForFossa,
    poor: any(is(quality, 'limited', 'non-diagnostic'), is(fossa, 'limited', 'non-diagnostic')),
    afterOnset,
    beforeOnset: before(entry.date, onset),
    lesionExcluded,
    usable: all(is(modality, 'mri'), readHere, afterOnset, good, goodForFossa, is(lesionExcluded, 'not-stated', 'yes')),
  }
}

/** An MRI, or a scan of which nobody said what kind it is. */
export const perhapsMri = ({ modality }: Study): boolean => modality === null || modality === 'mri'
export const isCt = ({ modality }: Study): Truth => is(modality, 'ct', 'ct-angiography')

/** A study that says nothing of what was given may have been made with contrast. */
export const perhapsContrastMri = (study: Study): boolean =>
  perhapsMri(study) &&
  (study.sequences === null || study.sequences.includes('t1-contrast') || study.sequences.includes('contrast-mra'))
export const perhapsContrastCt = (study: Study): boolean =>
  study.sequences === null || study.sequences.includes('ct-contrast')
