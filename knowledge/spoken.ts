import type { Muscle } from './entries/muscles.ts'

/**
 * How people read the ids of the pathway, on screens and on cards alike. The ids stay in the record. These words stand beside
 * the pathway and not in it: to say something better makes no new version of the rules.
 */

/** Answers of decisions. */
export const answerNames: Readonly<Record<string, string>> = {
  referred: 'Referred',
  evaluating: 'Evaluating',
  'ruling-out': 'Ruling out',
  'choosing-treatment': 'Choosing treatment',
  'toxin-series': 'Toxin series',
  'surgical-work-up': 'Surgical work-up',
  'after-surgery': 'After surgery',
  'follow-up': 'Follow-up',
  'other-pathway': 'Other pathway',
  closed: 'Closed',
  'secondary-cause-care': 'Care of a secondary cause',
  blocked: 'Blocked',
  caution: 'Caution',
  permitted: 'Permitted',
  open: 'Open',
  cleared: 'Cleared',
  positive: 'Positive',
  'not-needed-yet': 'Not needed yet',
  order: 'Order',
  adequate: 'Adequate',
  'inadequate-repeat': 'Inadequate, repeat',
  undetermined: 'Undetermined',
  'vascular-presumed': 'Vessel presumed',
  secondary: 'Secondary',
  'under-review': 'Under review',
  'not-candidate': 'Not a candidate',
  consider: 'Consider',
  candidate: 'Candidate',
  'treat-cause-first': 'Treat the cause first',
  'not-applicable': 'Not applicable',
  'not-reported': 'Not reported',
  'too-early': 'Too early to say',
  good: 'Good',
  partial: 'Partial',
  none: 'None',
  'secondary-non-response': 'Secondary non-response',
  'spasm-free': 'Spasm-free',
  improving: 'Improving',
  persistent: 'Persistent',
  recurrence: 'Recurrence',
  typical: 'Typical',
  atypical: 'Atypical',
  'post-paralytic': 'Post-paralytic',
  bilateral: 'Bilateral',
  mimic: 'Mimic',
  definite: 'Definite',
  probable: 'Probable',
  possible: 'Possible',
  unlikely: 'Unlikely',
}
/** An answer of a decision in words; an id nobody has worded yet reads as its own words. */
export const answerWords = (answer: string): string => answerNames[answer] ?? asWords(answer)

/** Decisions, each under a heading that says what kind it is. */
export const decisionTitles: Readonly<Record<string, string>> = {
  phenotype: 'Phenotype',
  certainty: 'Certainty',
  differential: 'Differential diagnosis',
  'red-flags': 'Red flags',
  'surgery-checklist': 'Before an operation',
  'rule-out.tumour': 'Tumour',
  'rule-out.vascular-malformation': 'Vascular malformation',
  'rule-out.demyelination': 'Demyelination',
  'rule-out.other-lesion': 'Other lesion',
  imaging: 'Imaging',
  cause: 'Cause',
  botulinum: 'Botulinum toxin',
  'botulinum.session': 'Injection today',
  decompression: 'Microvascular decompression',
  'response.toxin': 'Response to toxin',
  'response.surgery': 'Response to surgery',
  stage: 'Stage',
}
export function decisionTitle(id: string): string {
  const ofOne = lesionAsked(id)
  return decisionTitles[id] ?? (ofOne === null ? asWords(id.replaceAll('.', ' ')) : capital(ofOne))
}

/** Those whose title says too little among others: "Tumour: open" would be a tumour that is open. */
const amongOthers: Readonly<Record<string, string>> = {
  'rule-out.tumour': 'Ruling out a tumour',
  'rule-out.vascular-malformation': 'Ruling out a vascular malformation',
  'rule-out.demyelination': 'Ruling out demyelination',
  'rule-out.other-lesion': 'Ruling out any other lesion',
}

/** What an answer is told of inside a condition: "the rule-out of a tumour is cleared". */
const asked: Readonly<Record<string, string>> = {
  certainty: 'the certainty of the diagnosis',
  phenotype: 'the phenotype',
  imaging: 'the answer on imaging',
  cause: 'the cause',
  botulinum: 'the answer on botulinum toxin',
  'botulinum.session': 'the answer on an injection today',
  decompression: 'the answer on decompression',
  'response.toxin': 'the response to toxin',
  'response.surgery': 'the response to surgery',
  stage: 'the stage',
}
const lesions: Readonly<Record<string, string>> = {
  tumour: 'a tumour',
  'vascular-malformation': 'a vascular malformation',
  demyelination: 'demyelination',
  'other-lesion': 'any other lesion',
}
/** Of each lesion: of the person, over all studies, and in one of them. */
const ofLesion: Readonly<Record<string, (lesion: string) => string>> = {
  'rule-out': (lesion) => `the rule-out of ${lesion}`,
  reads: (lesion) => `what all studies say of ${lesion}`,
  study: (lesion) => `what this study says of ${lesion}`,
}
function lesionAsked(id: string): string | null {
  const [about = '', lesion = ''] = id.split('.')
  return ofLesion[about]?.(lesions[lesion] ?? inside(asWords(lesion))) ?? null
}
/** A decision as the subject of a sentence; an id nobody has worded yet reads as its own words. */
export const decisionAsked = (id: string): string => asked[id] ?? lesionAsked(id) ?? inside(decisionTitle(id))

/** Muscles of the map, in the Latin of anatomy. */
export const muscleNames: Readonly<Record<Muscle, string>> = {
  frontalis: 'Frontalis',
  corrugator: 'Corrugator',
  procerus: 'Procerus',
  'ooc.pretarsal': 'Orbicularis oculi, pretarsal',
  'ooc.preseptal': 'Orbicularis oculi, preseptal',
  'ooc.orbital.lateral': 'Orbicularis oculi, lateral orbital',
  levatorLabii: 'Levator labii',
  zygMinor: 'Zygomaticus minor',
  zygMajor: 'Zygomaticus major',
  risorius: 'Risorius',
  buccinator: 'Buccinator',
  orisUpper: 'Orbicularis oris, upper',
  orisLower: 'Orbicularis oris, lower',
  dao: 'Depressor anguli oris',
  mentalis: 'Mentalis',
  platysma: 'Platysma',
}

const values: Readonly<Record<string, string>> = {
  ...muscleNames,
  hfs: 'Hemifacial spasm',
  'pre-op': 'Before the operation',
  'post-op': 'After the operation',
  yes: 'Yes',
  no: 'No',
  'yes-resolved': 'Yes, resolved',
  'yes-explained': 'Yes, explained',
  'present-unrelated': 'Present, unrelated',
  'present-possible': 'Present, possibly the cause',
  'present-causal': 'Present, the cause',
  left: 'Left',
  right: 'Right',
  both: 'Both sides',
  'non-diagnostic': 'Non-diagnostic',
  'sindou-like': 'Sindou-like',
  'abutment-indentation-deviation': 'Abutment, indentation, deviation',
  'red-painful-eye': 'Red, painful eye',
  'early-wear-off': 'Early wear-off',
  'mri-booked': 'MRI booked',
  'mri-impossible': 'MRI impossible',
  'touch-up': 'Touch-up',
  'mild-elsewhere': 'Mild, elsewhere',
  'specialist-elsewhere': 'A specialist elsewhere',
  doac: 'Direct oral anticoagulant',
  'warfarin-in-range': 'Warfarin, INR in range',
  'warfarin-out-of-range': 'Warfarin, INR out of range or more than four weeks old',
  t1: 'T1',
  't1-contrast': 'T1 with contrast',
  t2: 'T2',
  flair: 'FLAIR',
  dwi: 'DWI',
  '3d-t2': '3D T2 (FIESTA, CISS, DRIVE, SPACE)',
  'tof-mra': 'TOF MRA',
  'contrast-mra': 'Contrast MRA',
  'ct-contrast': 'CT with contrast',
  cta: 'CT angiography',
  'ct-angiography': 'CT angiography',
  dsa: 'Catheter angiography',
  mri: 'MRI',
  ct: 'CT',
  mvd: 'Microvascular decompression',
  're-exploration': 'Re-exploration',
  groupI: 'Group I',
  groupII: 'Group II',
  groupIII: 'Group III',
}
/** Values that mean something else of one fact than of all others: "both" of two techniques, not of two sides. */
const valuesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'operation.technique': { transposition: 'Moved away', interposition: 'Padded off', both: 'Both' },
}
/** Every name that somebody gave to an id, by what is named. */
export const namesGiven = {
  answers: answerNames,
  decisions: { decisionTitles, amongOthers, asked, lesions },
  values: { values, valuesOf },
} as const

/**
 * One allowed value in words, of a fact where it is said which. Names written in capitals (AICA, RExP,
 * onabotulinumtoxinA) stay as they are.
 */
export const valueWords = (value: string, of?: string): string =>
  (of === undefined ? undefined : valuesOf[of]?.[value]) ??
  values[value] ??
  answerNames[value] ??
  (/[A-Z]/.test(value) ? value : asWords(value))

/** The same inside a sentence or a list of facts. */
export const spoken = {
  decision: (id: string): string => inside(amongOthers[id] ?? decisionTitle(id)),
  answer: (answer: string): string => inside(answerWords(answer)),
  value: (value: string): string => inside(valueWords(value)),
} as const

/** A condition of a rule and what it answers, with everything in it by the name people go by. */
export const named = {
  answer: spoken.answer,
  decided: (id: string, answers: readonly string[]): string =>
    `${decisionAsked(id)} is ${answers.map(spoken.answer).join(' or ')}`,
  /** What is asked for with yes stands as it is: "onset around the eye", not "onset around the eye is yes". */
  is: (label: string, answers: readonly string[]): string =>
    answers.length === 1 && answers[0] === 'yes'
      ? label
      : `${label}${answers.length === 1 && answers[0] === 'no' ? ': ' : ' is '}${answers.map(spoken.value).join(' or ')}`,
  has: (label: string, members: readonly string[]): string =>
    `${label} includes ${members.map(spoken.value).join(' or ')}`,
  /** "once", "1 day", "3 times". */
  amount: (value: number, plural: string): string =>
    value !== 1 ? `${value} ${plural}` : plural === 'times' ? 'once' : `1 ${plural.replace(/s$/, '')}`,
} as const

/** `after-surgery` as `After surgery`. */
export const asWords = (id: string): string => capital(id.replaceAll('-', ' '))
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The first letter small, unless the word is a name or an abbreviation. */
export const inside = (text: string): string =>
  /^.[a-z ’-]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
