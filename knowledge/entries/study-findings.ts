import { type ChoiceFact, fieldsOf, neutral } from '@facialis/language'
import { againstBoth, againstSurgery } from '../facts/adverse.ts'

const field = fieldsOf('study')

/** Who judged whether what was found has to do with the spasm, when and why. One judge stands behind one study. */
export const relevance = {
  relevanceBy: field.choice('study.relevanceBy', ['not-stated', 'neurologist', 'neurosurgeon', 'other'], {
    question: 'Who judged whether what was found has to do with the spasm?',
    label: 'specialist who judged the relevance',
    unrecorded: 'not-stated',
    adverse: againstBoth('other'),
  }),
  relevanceName: field.text('study.relevanceName', {
    question: 'What is the name of whoever judged it?',
    label: 'name of the specialist who judged the relevance',
  }),
  relevanceOn: field.date('study.relevanceOn', {
    question: 'When was it judged?',
    label: 'day of the judgement of relevance',
    may: 'past',
    daysAfterEntry: 0,
    adverse: neutral('a date'),
  }),
  relevanceWhy: field.text('study.relevanceWhy', {
    question: 'Why was it judged so?',
    label: 'reason for the judgement of relevance',
  }),
} as const

/** A finding is called unrelated on a neuroradiologist's read: the report itself, or one the judge has seen. */
export const neuroradiologyRead = field.choice('study.neuroradiologyRead', ['not-stated', 'yes', 'no'], {
  question: 'Did whoever judged it have a neuroradiologist’s read of it?',
  label: 'a neuroradiologist’s read behind the judgement',
  unrecorded: 'not-stated',
  adverse: againstBoth('no'),
})

const answers = ['absent', 'present', 'present-unrelated', 'present-possible', 'present-causal'] as const
export type Finding = ChoiceFact<(typeof answers)[number]>

/**
 * A finding carries its judgement: `present` is not judged yet; unrelated, possible and causal are the word of a named
 * specialist, never a default.
 */
const finding = (id: string, label: string, question: string): Finding =>
  field.choice(id, answers, {
    question,
    label,
    cost: 30,
    adverse: againstBoth('present', 'present-possible', 'present-causal'),
    judged: {
      words: ['present-unrelated', 'present-possible', 'present-causal'],
      of: 'present',
      needs: Object.values(relevance),
    },
  })

export const tumour = finding(
  'mri.tumour',
  'an intracranial mass or cyst',
  'Is there any mass or cyst inside the skull, on either side?',
)
export const earLesion = finding(
  'mri.earLesion',
  'a lesion of the ear',
  'Is there a mass or disease of the ear or temporal bone?',
)
export const parotidMass = finding('mri.parotidMass', 'a parotid mass', 'Is there a mass of the parotid?')
export const vascularMalformation = finding(
  'mri.vascularMalformation',
  'a vascular malformation',
  'Is there an arteriovenous malformation, a dural fistula or a cavernoma (a vascular loop or a dolichoectatic artery is not one)?',
)
export const aneurysm = finding('mri.aneurysm', 'an aneurysm', 'Is there an aneurysm?')
export const demyelination = finding(
  'mri.demyelination',
  'demyelination',
  'Are there lesions typical of multiple sclerosis, or a pontine lesion on the affected side (non-specific, age-related white-matter lesions do not count)?',
)
export const raisedPressure = finding(
  'mri.raisedPressure',
  'signs of raised intracranial pressure',
  'Are there signs of raised intracranial pressure or hydrocephalus?',
)
export const infarctOrBleed = finding(
  'mri.infarctOrBleed',
  'an infarct or haemorrhage',
  'Is there a brainstem infarct or haemorrhage?',
)
export const chiari = finding(
  'mri.chiari',
  'a Chiari malformation',
  'Is there a Chiari malformation (low cerebellar tonsils)?',
)
export const boneLesion = finding(
  'mri.boneLesion',
  'a bone lesion',
  'Is there a lesion of the skull base or temporal bone?',
)
export const nerveEnhancement = finding(
  'mri.nerveEnhancement',
  'an enhancing facial nerve',
  'Does the facial nerve enhance abnormally?',
)

/** Vertebrobasilar dolichoectasia is the cause, not a malformation; it makes the operation riskier. */
export const dolichoectasia = field.choice('mri.dolichoectasia', ['not-stated', 'no', 'yes'], {
  question: 'Is there vertebrobasilar dolichoectasia (a long, wide, tortuous vertebral or basilar artery)?',
  label: 'dolichoectasia',
  cost: 30,
  adverse: againstSurgery('yes'),
  unrecorded: 'not-stated',
})
/** Can shut, never open by itself. */
export const lesionExcluded = field.choice('mri.lesionExcluded', ['not-stated', 'yes', 'no'], {
  question: 'Does the reader conclude that a causative lesion is excluded?',
  label: 'the reader’s conclusion that a lesion is excluded',
  cost: 30,
  adverse: againstBoth('no'),
  unrecorded: 'not-stated',
})

export const findings: readonly Finding[] = [
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
]

export const vessels = ['AICA', 'PICA', 'VA', 'BA', 'SCA', 'vein', 'unknown'] as const
export const sites = ['RExP', 'AS', 'RDP', 'TZ', 'CIS', 'IAC'] as const
export const patterns = ['loop', 'arachnoid', 'perforator', 'branch', 'sandwich', 'tandem', 'unknown'] as const

const vesselOnly = neutral('seeing or not seeing a vessel makes no diagnosis and removes none')

/** What is asked of vessel and nerve, as it is called where the side is plain. */
export const contactLabels = {
  contact: 'vessel contact',
  vessels: 'vessels',
  site: 'site of contact',
  pattern: 'pattern of contact',
  displaced: 'displaced or bent',
  indented: 'indented',
  thinned: 'thinned',
  gradeScheme: 'grading scheme',
  grade: 'grade of contact',
} as const

/** What was seen of vessel and nerve on one side; both sides are always asked. */
export const contactOf = (side: 'right' | 'left') => ({
  contact: field.choice(`mri.${side}.contact`, ['not-seen', 'seen'], {
    question: `Was contact between a vessel and the facial nerve seen on the ${side} side?`,
    label: `${contactLabels.contact} on the ${side}`,
    cost: 30,
    adverse: vesselOnly,
  }),
  vessels: field.set(`mri.${side}.vessels`, vessels, {
    question: `Which vessels touch the ${side} facial nerve?`,
    label: `${contactLabels.vessels} on the ${side}`,
    cost: 30,
    adverse: vesselOnly,
  }),
  site: field.choice(`mri.${side}.site`, sites, {
    question: `Where along the ${side} facial nerve is the contact?`,
    label: `${contactLabels.site} on the ${side}`,
    cost: 30,
    adverse: vesselOnly,
  }),
  pattern: field.choice(`mri.${side}.pattern`, patterns, {
    question: `How does the vessel press on the ${side} facial nerve?`,
    label: `${contactLabels.pattern} on the ${side}`,
    cost: 30,
    adverse: vesselOnly,
  }),
  displaced: change(side, 'displaced'),
  indented: change(side, 'indented'),
  thinned: change(side, 'thinned'),
  gradeScheme: field.choice(`mri.${side}.gradeScheme`, ['sindou-like', 'abutment-indentation-deviation', 'other'], {
    question: `By which scheme was the ${side} contact graded?`,
    label: `${contactLabels.gradeScheme} on the ${side}`,
    adverse: vesselOnly,
  }),
  grade: field.choice(`mri.${side}.grade`, ['0', '1', '2', '3'], {
    question: `Which grade does the ${side} contact have?`,
    label: `${contactLabels.grade} on the ${side}`,
    cost: 30,
    adverse: vesselOnly,
  }),
})

function change(side: 'right' | 'left', what: 'displaced' | 'indented' | 'thinned') {
  const words = contactLabels[what]
  return field.yesNo(`mri.${side}.${what}`, {
    question: `Is the ${side} facial nerve ${words}?`,
    label: `${side} nerve ${words}`,
    cost: 30,
    adverse: vesselOnly,
  })
}
