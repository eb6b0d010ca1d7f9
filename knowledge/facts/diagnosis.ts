import { type Code, type Fact, fact, neutral } from '@facialis/language'
import { againstBoth } from './adverse.ts'
import {
  benignTumour,
  chiariMalformation,
  hemifacialSpasm,
  malformation,
  multipleSclerosis,
  spasmBySide,
} from './codes.ts'

export const dxClass = fact.choice('dx.class', ['definite', 'probable', 'possible', 'unlikely'], {
  question: 'How sure is the clinical conclusion that this is hemifacial spasm?',
  label: 'the clinical conclusion',
  codes: [...hemifacialSpasm, ...Object.values(spasmBySide)],
  cost: 3,
  adverse: againstBoth('possible', 'unlikely'),
})
export const dxPhenotype = fact.choice(
  'dx.phenotype',
  ['not-stated', 'typical', 'atypical', 'bilateral', 'post-paralytic', 'mimic'],
  {
    question: 'Which phenotype of hemifacial spasm did the clinician conclude, or is it a mimic?',
    label: 'the phenotype the clinician concluded',
    cost: 3,
    unrecorded: 'not-stated',
    adverse: { botulinum: ['mimic'], decompression: ['mimic', 'post-paralytic'] },
  },
)
export const dxSignedBy = fact.choice(
  'dx.signedBy',
  ['neurologist', 'neurosurgeon', 'ophthalmologist', 'specialist-elsewhere', 'trainee', 'other'],
  {
    question: 'Who signed the clinical conclusion?',
    label: 'the signer of the diagnosis',
    adverse: againstBoth('specialist-elsewhere', 'trainee', 'other'),
  },
)
export const dxAgreed = fact.yesNo('dx.agreed', {
  question: 'Did a clinician here who may sign agree with the conclusion or co-sign it?',
  label: 'agreement of a clinician here',
  adverse: againstBoth('no'),
})

const known = (id: string, label: string, question: string, codes: readonly Code[] = []) =>
  fact.choice(id, ['not-listed', 'no', 'present', 'present-unrelated', 'present-possible', 'present-causal'], {
    question,
    label,
    codes,
    adverse: againstBoth('present', 'present-possible', 'present-causal'),
    judged: { words: ['present-unrelated', 'present-possible', 'present-causal'], of: 'present' },
    unrecorded: 'not-listed',
  })

export const knownTumour = known(
  'known.tumour',
  'a known tumour',
  'Is a tumour or cyst of the head, ear or parotid on the problem list?',
  benignTumour,
)
export const knownVascularMalformation = known(
  'known.vascularMalformation',
  'a known vascular malformation',
  'Is a vascular malformation, fistula, cavernoma or aneurysm of the head on the problem list?',
  malformation,
)
export const knownDemyelination = known(
  'known.demyelination',
  'known demyelination',
  'Is multiple sclerosis or another demyelinating disease on the problem list?',
  multipleSclerosis,
)
export const knownOtherLesion = known(
  'known.otherLesion',
  'another known lesion',
  'Is raised intracranial pressure, a brainstem infarct or haemorrhage, a Chiari malformation or a skull-base disease on the problem list?',
  chiariMalformation,
)

const exceptionOnly = neutral('makes an exception available; it changes no answer')
export const mriImpossible = fact.yesNo('mri.impossible', {
  question: 'Did MRI safety answer that MRI is impossible for this person?',
  label: 'MRI impossible',
  cost: 3,
  adverse: exceptionOnly,
})
export const mriImpossibleReason = fact.text('mri.impossibleReason', {
  question: 'Why is MRI impossible, in the words of MRI safety?',
  label: 'the reason why MRI is impossible',
})
export const mriDeclined = fact.yesNo('mri.declined', {
  question: 'Did the person decline every scan after sedation and a wide-bore scanner were offered?',
  label: 'imaging declined',
  adverse: { decompression: ['yes'] },
})
export const mriDeclinedCapacity = fact.yesNo('mri.declinedCapacity', {
  question: 'Were the capacity to decline, and the discussion of the risks, recorded?',
  label: 'capacity to decline recorded',
  adverse: exceptionOnly,
})
const arranged = neutral('says what to arrange with the scan; it holds no scan and no act back')
export const mriImplant = fact.yesNo('mri.implant', {
  question:
    'Is there a pacemaker, defibrillator, neurostimulator, cochlear implant, aneurysm clip, metal in an eye or another implant?',
  label: 'an implant or metal in the body',
  cost: 3,
  adverse: arranged,
})
export const mriClaustrophobia = fact.yesNo('mri.claustrophobia', {
  question: 'Does claustrophobia make a standard MRI scanner too hard to bear?',
  label: 'claustrophobia',
  adverse: arranged,
})
export const mriContrastReaction = fact.yesNo('mri.contrastReaction', {
  question: 'Was there ever a reaction to gadolinium?',
  label: 'an earlier reaction to gadolinium',
  cost: 3,
  adverse: arranged,
})
export const egfr = fact.quantity(
  'egfr',
  { unit: 'mL/min/{1.73_m2}', min: 0, max: 200 },
  {
    question: 'What is the estimated glomerular filtration rate (eGFR)?',
    label: 'kidney function (eGFR)',
    cost: 10,
    adverse: neutral('chooses the contrast agent; it forbids no act'),
  },
)

export const diagnosisFacts: readonly Fact[] = [dxClass, dxPhenotype, dxSignedBy, dxAgreed]
export const knownLesions = [knownTumour, knownVascularMalformation, knownDemyelination, knownOtherLesion] as const
export const imagingFacts: readonly Fact[] = [
  mriImpossible,
  mriImpossibleReason,
  mriDeclined,
  mriDeclinedCapacity,
  mriImplant,
  mriClaustrophobia,
  mriContrastReaction,
  egfr,
]
