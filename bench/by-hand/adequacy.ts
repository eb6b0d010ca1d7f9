/** For which questions about a lesion a study is good enough. */
import { onOrAfter, type When } from './days.ts'
import { isCt, type Study } from './studies.ts'
import { all, any, anyOf, has, is, no, not, type Truth } from './truth.ts'

type Adequacy = Readonly<{ tumour: Truth; malformation: Truth; demyelination: Truth; other: Truth }>

/** A study beside what it is adequate for, and whether it clears every lesion with contrast. */
export type AssessedStudy = Readonly<{ study: Study; adequacy: Adequacy; clearsAll: Truth }>

const forNothing: Adequacy = { tumour: no, malformation: no, demyelination: no, other: no }

/** An angiography by CT or catheter that shows the arteries and nothing wrong with them. */
const clearsArteries = ({ modality, readHere, afterOnset, good, malformations }: Study): Truth =>
  all(is(modality, 'ct-angiography', 'catheter-angiography'), readHere, afterOnset, good, not(malformations.found))

export function assessed(studies: readonly Study[]): readonly AssessedStudy[] {
  const arteriesElsewhere = anyOf(studies, clearsArteries)
  return studies.map((study) => {
    // What nobody can use is adequate for nothing.
    if (study.usable === no) return { study, adequacy: forNothing, clearsAll: no }
    const adequacy = adequacyOf(study, arteriesElsewhere)
    return { study, adequacy, clearsAll: clearsAllWithContrast(study, adequacy) }
  })
}

/** The listed sequences or the reader's own word make it adequate; a reader who says otherwise is not outvoted. */
const adequate = ({ adequateFor, inadequateFor }: Study, question: string, bySequences: Truth): Truth =>
  all(any(has(adequateFor, question), bySequences), not(has(inadequateFor, question)))

function adequacyOf(study: Study, arteriesElsewhere: Truth): Adequacy {
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

/** Without contrast a mass is excluded by thin sequences and diffusion, while no red flag is open. */
export const adequateWithoutContrast = ({ sequences, coverage, inadequateFor }: Study): Truth =>
  all(has(sequences, '3d-t2'), has(sequences, 'dwi'), has(coverage, 'angle'), not(has(inadequateFor, 'tumour')))

const clearsAllWithContrast = (study: Study, { tumour, malformation, demyelination, other }: Adequacy): Truth =>
  all(
    study.usable,
    has(study.sequences, 't1-contrast'),
    not(any(study.masses.found, study.malformations.found, study.plaques.found, study.others.found)),
    tumour,
    malformation,
    demyelination,
    other,
  )

/** Whether a contrast MRI that clears every lesion was made on a day or since. */
export const clearedSince = (studies: readonly AssessedStudy[], day: When): Truth =>
  anyOf(studies, ({ study, clearsAll }) => (clearsAll === no ? no : all(clearsAll, onOrAfter(study.date, day))))

/** A CT read by a neuroradiologist, as good as a CT can be read. */
const wellReadCt = (study: Study): Truth =>
  all(
    isCt(study),
    study.readByNeuroradiologist,
    study.readHere,
    study.afterOnset,
    study.goodForFossa,
    is(study.lesionExcluded, 'not-stated', 'yes'),
  )

/** What stands in for an impossible MRI: contrast CT of fossa and temporal bone, and CT angiography, both well read. */
export function ctInstead(studies: readonly Study[]): Truth {
  const contrastCt = anyOf(studies, (study) =>
    all(
      wellReadCt(study),
      has(study.sequences, 'ct-contrast'),
      has(study.coverage, 'posterior-fossa'),
      has(study.coverage, 'temporal-bone'),
      study.fossaAbsent,
    ),
  )
  return all(
    contrastCt,
    anyOf(studies, (study) => all(wellReadCt(study), has(study.sequences, 'cta'), study.arteriesAbsent)),
  )
}
