import {
  all,
  any,
  type Condition,
  dateOf,
  decideEach,
  entryDate,
  fold,
  has,
  is,
  named,
  not,
  onOrAfter,
  otherwise,
  rule,
  some,
  yes,
} from '@facialis/language'
import { type Finding, findings, study } from '../entries/index.ts'
import { onset } from '../facts/index.ts'
import { A3, A4, A5, K24, K25, S2, S5, S13 } from '../sources/index.ts'
import { clear, found, malformations, masses, others, plaques } from './relevance.ts'

const f = study.fields
/** Entered as it was read, signed by somebody who may read it, and acknowledged here. */
const readHere = all(
  is(f.report, 'structured'),
  is(f.readerRole, 'neuroradiologist', 'general-radiologist', 'neurosurgeon', 'neurologist'),
  yes(f.signed),
  yes(f.acknowledged),
)

/** What every read needs before anything can be cleared by it. CT never clears, whatever it shows. */
export const usable = named(
  'a signed and acknowledged MRI made after the first symptom, of diagnostic quality for brain and posterior fossa',
  all(
    is(f.modality, 'mri'),
    readHere,
    onOrAfter(entryDate(study), dateOf(onset)),
    is(f.quality, 'diagnostic'),
    is(f.posteriorFossaQuality, 'diagnostic'),
    is(f.lesionExcluded, 'not-stated', 'yes'),
  ),
)

type Question = 'tumour' | 'vascular-malformation' | 'demyelination' | 'other-lesion'

/** The listed sequences or the reader's own word make it adequate; a reader who says otherwise is not outvoted. */
const adequate = (question: Question, sequences: Condition) =>
  all(any(has(f.adequateFor, question), sequences), saysNothingAgainst(question))
const saysNothingAgainst = (question: Question) => not(has(f.inadequateFor, question))

const contrastThroughTheNerve = named(
  'contrast T1 through angle, temporal bone and parotid',
  all(
    has(f.sequences, 't1-contrast'),
    has(f.coverage, 'angle'),
    has(f.coverage, 'temporal-bone'),
    has(f.coverage, 'parotid'),
  ),
)
export const arteriesAssessed = named(
  'arteries assessed on this or another study',
  any(
    has(f.sequences, 'tof-mra', 'contrast-mra', 'cta', 'dsa'),
    some(
      study,
      all(
        is(f.modality, 'ct-angiography', 'catheter-angiography'),
        readHere,
        onOrAfter(entryDate(study), dateOf(onset)),
        is(f.quality, 'diagnostic'),
        clear(f.vascularMalformation, f.aneurysm),
      ),
    ),
  ),
)
const wholeBrain = named('T2/FLAIR of the whole brain', all(has(f.sequences, 'flair'), has(f.coverage, 'brain')))

const adequateForTumour = adequate('tumour', contrastThroughTheNerve)
const adequateForMalformation = adequate('vascular-malformation', arteriesAssessed)
const adequateForDemyelination = adequate('demyelination', wholeBrain)
const adequateForOther = adequate('other-lesion', wholeBrain)

/**
 * A read that answers for red flags known when it was made: all four questions cleared, with contrast. It does not
 * take the way round contrast that is open only while no flag is.
 */
export const clearsAllWithContrast = named(
  'a contrast MRI that clears every lesion',
  all(
    usable,
    has(f.sequences, 't1-contrast'),
    clear(...findings),
    adequateForTumour,
    adequateForMalformation,
    adequateForDemyelination,
    adequateForOther,
  ),
)

/** Without contrast a mass is excluded by a thin heavily T2-weighted sequence and diffusion, while no flag is open. */
const withoutContrast = (noOpenFlag: Condition) =>
  all(
    has(f.sequences, '3d-t2'),
    has(f.sequences, 'dwi'),
    has(f.coverage, 'angle'),
    saysNothingAgainst('tumour'),
    noOpenFlag,
  )

type Part = Readonly<{
  id: string
  asks: string
  present: readonly Finding[]
  enough: Condition
}>

const readOf = ({ id, asks, present, enough }: Part) =>
  decideEach(`study.${id}`, study, {
    asks,
    answers: ['open', 'positive', 'cleared'],
    boldness: [['open', 'positive'], ['cleared']],
    rules: [
      rule('RO-05', found(...present))
        .answers('positive')
        .because(
          'The read shows a lesion; the patient leaves the vascular pathway until a specialist has judged it.',
          S13,
          A5,
        )
        .over('IM-08'),
      rule('IM-08', all(clear(...present), usable, enough))
        .answers('cleared')
        .because('A signed, adequate read after onset shows none.', S2, A3, A4, K25),
    ],
    otherwise: otherwise('RO-01', 'open', 'This study does not answer the question.', S13, A3),
  })

/** Any study that shows it outweighs every study that does not: age, order and quality never hide a lesion. */
const over = (each: ReturnType<typeof readOf>, id: string, asks: string) =>
  fold(id, {
    asks,
    each,
    entry: study,
    inner: true,
    join: ['positive', 'cleared', 'open'],
    otherwise: otherwise('IM-01', 'open', 'No study has been read.', S13, S5, K24),
  })

export const readsFor = (noOpenFlag: Condition) => {
  const tumour = readOf({
    id: 'tumour',
    asks: 'Does this study exclude a mass?',
    present: masses.findings,
    enough: any(adequateForTumour, withoutContrast(noOpenFlag)),
  })
  const malformation = readOf({
    id: 'vascular-malformation',
    asks: 'Does this study exclude a vascular malformation?',
    present: malformations.findings,
    enough: adequateForMalformation,
  })
  const demyelination = readOf({
    id: 'demyelination',
    asks: 'Does this study exclude demyelination?',
    present: plaques.findings,
    enough: adequateForDemyelination,
  })
  const other = readOf({
    id: 'other-lesion',
    asks: 'Does this study exclude another lesion?',
    present: others.findings,
    enough: adequateForOther,
  })
  return {
    tumour: { each: tumour, all: over(tumour, 'reads.tumour', 'Do the studies exclude a mass?') },
    malformation: {
      each: malformation,
      all: over(malformation, 'reads.vascular-malformation', 'Do the studies exclude a vascular malformation?'),
    },
    demyelination: {
      each: demyelination,
      all: over(demyelination, 'reads.demyelination', 'Do the studies exclude demyelination?'),
    },
    other: { each: other, all: over(other, 'reads.other-lesion', 'Do the studies exclude another lesion?') },
  }
}
