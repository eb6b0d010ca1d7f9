import { entry, type Filling, fieldsOf, neutral } from '@facialis/language'
import { againstBoth } from '../facts/adverse.ts'
import { headCt, headMri, mriProcedures } from '../facts/codes.ts'
import {
  aneurysm,
  boneLesion,
  chiari,
  contactOf,
  demyelination,
  dolichoectasia,
  earLesion,
  findings,
  infarctOrBleed,
  lesionExcluded,
  nerveEnhancement,
  neuroradiologyRead,
  parotidMass,
  raisedPressure,
  relevance,
  tumour,
  vascularMalformation,
} from './study-findings.ts'

const field = fieldsOf('study')

export const modalities = ['mri', 'ct', 'ct-angiography', 'catheter-angiography', 'ultrasound', 'other'] as const
export const sequences = [
  't1',
  't1-contrast',
  't2',
  'flair',
  'dwi',
  '3d-t2',
  'tof-mra',
  'contrast-mra',
  'ct-contrast',
  'cta',
  'dsa',
] as const
const regions = ['brain', 'posterior-fossa', 'angle', 'temporal-bone', 'parotid'] as const
const questionsOfLesion = ['tumour', 'vascular-malformation', 'demyelination', 'other-lesion'] as const

const onlyAdds = neutral('more of it only adds evidence; what is missing leaves the question open')

const qualityOf = (id: string, label: string, question: string) =>
  field.choice(id, ['diagnostic', 'limited', 'non-diagnostic'], {
    question,
    label,
    cost: 10,
    adverse: againstBoth('limited', 'non-diagnostic'),
  })

const normalStatement = field.yesNo('study.normalStatement', {
  question:
    'Does the signed report say that brain and posterior fossa are normal, and does a clinician attest to having read it?',
  label: 'a signed report of normal brain and posterior fossa',
  cost: 3,
  adverse: againstBoth('no'),
})

const right = contactOf('right')
const left = contactOf('left')

/** Somebody here has read the report; a result that nobody read clears nothing. */
const acknowledged = field.yesNo('study.acknowledged', {
  question: 'Did a clinician here acknowledge the report?',
  label: 'acknowledgement of the report',
  adverse: againstBoth('no'),
})

const modality = field.choice('study.modality', modalities, {
  question: 'What kind of imaging was it?',
  label: 'kind of imaging',
  codes: [...headMri, ...headCt, ...mriProcedures],
  adverse: againstBoth('ultrasound', 'other'),
})
const signedOn = field.date('study.signedOn', {
  question: 'When was the report signed?',
  label: 'day of signature',
  may: 'past',
  daysAfterEntry: 0,
  adverse: neutral('a date'),
})

/** "Normal brain and posterior fossa" answers every finding that the report does not mention. */
const normalSaysAbsent: Filling = { field: normalStatement, is: 'yes', fills: findings, with: 'absent' }
/** Who attests to having read it has acknowledged it. */
const attestingAcknowledges: Filling = { field: normalStatement, is: 'yes', fills: [acknowledged], with: 'yes' }

/** One imaging study and how it was read. Its date is the day of the scan. */
export const study = entry(
  'study',
  {
    label: 'imaging study',
    ahead: 'To book one, use the day of the scan in the request.',
    plural: 'studies',
    orderable: true,
    fills: [normalSaysAbsent, attestingAcknowledges],
    // An amended report, or a second read, of the very same scan: nothing else takes back what was seen.
    replaces: { same: [modality], signedOn },
  },
  {
    modality,
    sequences: field.set('study.sequences', sequences, {
      question: 'Which sequences were taken?',
      label: 'sequences',
      cost: 3,
      adverse: onlyAdds,
    }),
    coverage: field.set('study.coverage', regions, {
      question: 'Which regions does it cover?',
      label: 'regions covered',
      cost: 3,
      adverse: onlyAdds,
    }),
    report: field.choice('study.report', ['structured', 'not-structured', 'none'], {
      question: 'Is there a report, and was it entered in structured form?',
      label: 'the report',
      cost: 3,
      adverse: againstBoth('not-structured', 'none'),
    }),
    quality: qualityOf('study.quality', 'quality for the brain', 'Is the study of diagnostic quality for the brain?'),
    posteriorFossaQuality: qualityOf(
      'study.posteriorFossaQuality',
      'quality for the posterior fossa',
      'Is the study of diagnostic quality for the posterior fossa?',
    ),
    readerRole: field.choice(
      'study.readerRole',
      ['neuroradiologist', 'general-radiologist', 'neurosurgeon', 'neurologist', 'other'],
      { question: 'Who read the study?', label: 'the reader', adverse: againstBoth('other') },
    ),
    signed: field.yesNo('study.signed', {
      question: 'Is the report signed?',
      label: 'a signed report',
      cost: 3,
      adverse: againstBoth('no'),
    }),
    acknowledged,
    acknowledgedOn: field.date('study.acknowledgedOn', {
      question: 'When did a clinician here acknowledge the report?',
      label: 'day of acknowledgement',
      may: 'past',
      daysAfterEntry: 0,
      adverse: neutral('a date'),
    }),
    signedOn,
    evidence: field.choice('study.evidence', ['structured', 'report-statement'], {
      question: 'Do the findings rest on a structured read or on a sentence of the report?',
      label: 'kind of evidence',
      adverse: neutral('a clinician may attest a signed report; both count, and which it was is shown'),
    }),
    normalStatement,
    ...relevance,
    neuroradiologyRead,
    followUpOwner: field.text('study.followUpOwner', {
      question: 'Who follows the finding itself up, and when?',
      label: 'owner of the follow-up',
    }),
    adequateFor: field.set('study.adequateFor', questionsOfLesion, {
      question: 'For which questions does the reader state that the study is adequate?',
      label: 'questions the reader calls it adequate for',
      cost: 10,
      adverse: onlyAdds,
      unrecorded: [],
    }),
    inadequateFor: field.set('study.inadequateFor', questionsOfLesion, {
      question: 'For which questions does the reader state that the study is not adequate?',
      label: 'questions the reader calls it inadequate for',
      cost: 10,
      adverse: againstBoth(...questionsOfLesion),
      unrecorded: [],
    }),
    contrastGroup: field.choice('study.contrastGroup', ['none', 'groupII', 'groupIII', 'groupI'], {
      question: 'Which group of gadolinium agent was given?',
      label: 'gadolinium group',
      adverse: neutral('a matter of the safety of contrast, not of what was found'),
    }),
    fieldT: field.quantity(
      'study.fieldT',
      { unit: 'T', min: 0, max: 120, decimals: 1 },
      {
        question: 'At which field strength?',
        label: 'field strength',
        adverse: neutral('1.5 T is acceptable, 3 T better'),
      },
    ),
    tumour,
    earLesion,
    parotidMass,
    vascularMalformation,
    aneurysm,
    demyelination,
    raisedPressure,
    infarctOrBleed,
    chiari,
    boneLesion,
    nerveEnhancement,
    dolichoectasia,
    lesionExcluded,
    rightContact: right.contact,
    rightVessels: right.vessels,
    rightSite: right.site,
    rightPattern: right.pattern,
    rightDisplaced: right.displaced,
    rightIndented: right.indented,
    rightThinned: right.thinned,
    rightGradeScheme: right.gradeScheme,
    rightGrade: right.grade,
    leftContact: left.contact,
    leftVessels: left.vessels,
    leftSite: left.site,
    leftPattern: left.pattern,
    leftDisplaced: left.displaced,
    leftIndented: left.indented,
    leftThinned: left.thinned,
    leftGradeScheme: left.gradeScheme,
    leftGrade: left.grade,
  },
)
