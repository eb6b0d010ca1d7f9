import type { EntryRecord, Span } from '@facialis/language'
import { before, onOrAfter } from './days.ts'
import { word, wordOr, words, wordsOrNone } from './entries.ts'
import { all, any, anyOf, has, is, not, type Truth, truth, type Word } from './truth.ts'

/** Findings by the question about a lesion that they answer. */
type Findings = Readonly<{
  masses: readonly Word[]
  malformations: readonly Word[]
  plaques: readonly Word[]
  others: readonly Word[]
}>

/** One imaging study, with what it is good for. */
export type Study = Readonly<{
  date: Span | null
  modality: Word
  report: Word
  readerRole: Word
  sequences: readonly string[] | null
  coverage: readonly string[] | null
  adequateFor: readonly string[] | null
  inadequateFor: readonly string[] | null
  lesionExcluded: Word
  dolichoectasia: Word
  relevanceBy: Word
  findings: Findings
  signed: Truth
  acknowledged: Truth
  /** Of diagnostic quality for the brain; the same for the posterior fossa. */
  good: Truth
  goodForFossa: Truth
  poor: Truth
  afterOnset: Truth
  beforeOnset: Truth
  /** A neurologist or neurosurgeon judged what was found; a neuroradiologist looked at it. */
  judged: Truth
  neuroradiologist: Truth
}>

export function studyOf(entry: EntryRecord, onset: Span | null): Study {
  const normal = word(entry, 'study.normalStatement') === 'yes'
  // "Normal brain and posterior fossa" answers what the report does not mention, and whoever attests to it has read it.
  const finding = (field: string): Word => (normal ? wordOr(entry, field, 'absent') : word(entry, field))
  const acknowledged = normal ? wordOr(entry, 'study.acknowledged', 'yes') : word(entry, 'study.acknowledged')
  const quality = word(entry, 'study.quality')
  const fossa = word(entry, 'study.posteriorFossaQuality')
  const readerRole = word(entry, 'study.readerRole')
  const relevanceBy = wordOr(entry, 'study.relevanceBy', 'not-stated')
  return {
    date: entry.date,
    modality: word(entry, 'study.modality'),
    report: word(entry, 'study.report'),
    readerRole,
    sequences: words(entry, 'study.sequences'),
    coverage: words(entry, 'study.coverage'),
    adequateFor: wordsOrNone(entry, 'study.adequateFor'),
    inadequateFor: wordsOrNone(entry, 'study.inadequateFor'),
    lesionExcluded: wordOr(entry, 'mri.lesionExcluded', 'not-stated'),
    dolichoectasia: wordOr(entry, 'mri.dolichoectasia', 'not-stated'),
    relevanceBy,
    findings: {
      masses: [finding('mri.tumour'), finding('mri.earLesion'), finding('mri.parotidMass')],
      malformations: [finding('mri.vascularMalformation'), finding('mri.aneurysm')],
      plaques: [finding('mri.demyelination')],
      others: [
        finding('mri.raisedPressure'),
        finding('mri.infarctOrBleed'),
        finding('mri.chiari'),
        finding('mri.boneLesion'),
        finding('mri.nerveEnhancement'),
      ],
    },
    signed: is(word(entry, 'study.signed'), 'yes'),
    acknowledged: is(acknowledged, 'yes'),
    good: is(quality, 'diagnostic'),
    goodForFossa: is(fossa, 'diagnostic'),
    poor: any(is(quality, 'limited', 'non-diagnostic'), is(fossa, 'limited', 'non-diagnostic')),
    afterOnset: onOrAfter(entry.date, onset),
    beforeOnset: before(entry.date, onset),
    judged: is(relevanceBy, 'neurologist', 'neurosurgeon'),
    neuroradiologist: any(
      is(readerRole, 'neuroradiologist'),
      is(wordOr(entry, 'study.neuroradiologyRead', 'not-stated'), 'yes'),
    ),
  }
}

/** An MRI, or a scan of which nobody said what kind it is. */
export const perhapsMri = ({ modality }: Study): boolean => modality === null || modality === 'mri'
export const isCt = ({ modality }: Study): Truth => is(modality, 'ct', 'ct-angiography')

/** A lesion is there, and no judgement that stands calls it unrelated. */
export const found = (study: Study, findings: readonly Word[]): Truth =>
  anyOf(findings, (finding) =>
    finding === 'present-unrelated'
      ? not(all(study.judged, study.neuroradiologist))
      : is(finding, 'present', 'present-possible', 'present-causal'),
  )

/** None is there, or each that is was judged to be unrelated, with a neuroradiologist's read. */
export const clear = (study: Study, findings: readonly Word[]): Truth =>
  not(
    anyOf(findings, (finding) =>
      finding === 'present-unrelated' ? not(all(study.judged, study.neuroradiologist)) : not(is(finding, 'absent')),
    ),
  )

const said = (findings: readonly Word[], ...meanings: readonly [string, string?]): Truth =>
  anyOf(findings, (finding) => is(finding, ...meanings))

/** Judged to be the cause, or possibly so, by somebody who may. */
export const isTheCause = (study: Study, findings: readonly Word[]): Truth =>
  all(said(findings, 'present-possible', 'present-causal'), study.judged)

/** There, and nobody who may has judged it, or it was called unrelated and no neuroradiologist has looked. */
export function isUnjudged(study: Study, findings: readonly Word[]): Truth {
  const unrelated = said(findings, 'present-unrelated')
  return any(
    said(findings, 'present'),
    all(
      any(said(findings, 'present-possible', 'present-causal'), unrelated),
      is(study.relevanceBy, 'not-stated', 'other'),
    ),
    all(unrelated, study.judged, not(study.neuroradiologist)),
  )
}

/** Entered as it was read, signed by somebody who may read it, acknowledged here. */
const readHere = ({ report, readerRole, signed, acknowledged }: Study): Truth =>
  all(
    is(report, 'structured'),
    is(readerRole, 'neuroradiologist', 'general-radiologist', 'neurosurgeon', 'neurologist'),
    signed,
    acknowledged,
  )

/** A signed and acknowledged MRI after the first symptom, diagnostic for brain and posterior fossa. */
export const usable = (study: Study): Truth =>
  all(
    is(study.modality, 'mri'),
    readHere(study),
    study.afterOnset,
    study.good,
    study.goodForFossa,
    is(study.lesionExcluded, 'not-stated', 'yes'),
  )

/** An angiography that shows the arteries and nothing wrong with them. */
export const clearsArteries = (study: Study): Truth =>
  all(
    is(study.modality, 'ct-angiography', 'catheter-angiography'),
    readHere(study),
    study.afterOnset,
    study.good,
    clear(study, study.findings.malformations),
  )

/** The sequences or the reader's own word make it adequate; a reader who says otherwise is not outvoted. */
const adequate = (study: Study, question: string, bySequences: Truth): Truth =>
  all(any(has(study.adequateFor, question), bySequences), not(has(study.inadequateFor, question)))

export type Adequacy = Readonly<{ tumour: Truth; malformation: Truth; demyelination: Truth; other: Truth }>

/** For which questions it is adequate, once it is known whether some other study assessed the arteries. */
export function adequacyOf(study: Study, arteriesElsewhere: Truth): Adequacy {
  const { sequences, coverage } = study
  const throughTheNerve = all(
    has(sequences, 't1-contrast'),
    has(coverage, 'angle'),
    has(coverage, 'temporal-bone'),
    has(coverage, 'parotid'),
  )
  const arteries = any(
    has(sequences, 'tof-mra'),
    has(sequences, 'contrast-mra'),
    has(sequences, 'cta'),
    has(sequences, 'dsa'),
    arteriesElsewhere,
  )
  const wholeBrain = all(has(sequences, 'flair'), has(coverage, 'brain'))
  return {
    tumour: adequate(study, 'tumour', throughTheNerve),
    malformation: adequate(study, 'vascular-malformation', arteries),
    demyelination: adequate(study, 'demyelination', wholeBrain),
    other: adequate(study, 'other-lesion', wholeBrain),
  }
}

/** Without contrast a mass is excluded by thin sequences and diffusion; the caller adds that no flag is open. */
export const adequateWithoutContrast = ({ sequences, coverage, inadequateFor }: Study): Truth =>
  all(has(sequences, '3d-t2'), has(sequences, 'dwi'), has(coverage, 'angle'), not(has(inadequateFor, 'tumour')))

/** A contrast MRI that clears every lesion. */
export const clearsAllWithContrast = (study: Study, adequacy: Adequacy): Truth =>
  all(
    usable(study),
    has(study.sequences, 't1-contrast'),
    clear(study, study.findings.masses),
    clear(study, study.findings.malformations),
    clear(study, study.findings.plaques),
    clear(study, study.findings.others),
    adequacy.tumour,
    adequacy.malformation,
    adequacy.demyelination,
    adequacy.other,
  )

const saidBy = (study: Study, conclusion: 'yes' | 'no'): Truth =>
  all(is(study.modality, 'mri'), study.signed, is(study.lesionExcluded, conclusion))
/** A signed MRI read that concludes that a lesion is, or is not, excluded. */
export const excludesLesion = (study: Study): Truth => saidBy(study, 'yes')
export const doesNotExclude = (study: Study): Truth => saidBy(study, 'no')

const wellReadCt = (study: Study): Truth =>
  all(
    isCt(study),
    is(study.readerRole, 'neuroradiologist'),
    is(study.report, 'structured'),
    study.signed,
    study.acknowledged,
    study.afterOnset,
    study.goodForFossa,
    is(study.lesionExcluded, 'not-stated', 'yes'),
  )

/** What stands in for an impossible MRI: contrast CT of fossa and temporal bone, and CT angiography, both well read. */
export function ctInstead(studies: readonly Study[]): Truth {
  const contrastCt = anyOf(studies, (study) => {
    const [tumour] = study.findings.masses as [Word]
    const boneLesion = study.findings.others[3] as Word
    return all(
      wellReadCt(study),
      has(study.sequences, 'ct-contrast'),
      has(study.coverage, 'posterior-fossa'),
      has(study.coverage, 'temporal-bone'),
      is(tumour, 'absent'),
      is(boneLesion, 'absent'),
    )
  })
  const angiography = anyOf(studies, (study) =>
    all(
      wellReadCt(study),
      has(study.sequences, 'cta'),
      ...study.findings.malformations.map((finding) => is(finding, 'absent')),
    ),
  )
  return all(contrastCt, angiography)
}

/** A study that says nothing of what was given may have been made with contrast. */
export const perhapsContrastMri = (study: Study): boolean =>
  perhapsMri(study) &&
  (study.sequences === null || study.sequences.includes('t1-contrast') || study.sequences.includes('contrast-mra'))
export const perhapsContrastCt = (study: Study): Truth =>
  all(isCt(study), truth(study.sequences === null || study.sequences.includes('ct-contrast')))
