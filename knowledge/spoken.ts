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
export const decisionTitle = (id: string): string => decisionTitles[id] ?? asWords(id.replaceAll('.', ' '))

/** Those whose title says too little among others: "Tumour: open" would be a tumour that is open. */
const amongOthers: Readonly<Record<string, string>> = {
  'rule-out.tumour': 'Ruling out a tumour',
  'rule-out.vascular-malformation': 'Ruling out a vascular malformation',
  'rule-out.demyelination': 'Ruling out demyelination',
  'rule-out.other-lesion': 'Ruling out any other lesion',
}

const values: Readonly<Record<string, string>> = {
  'pre-op': 'Before the operation',
  'post-op': 'After the operation',
  yes: 'Yes',
  no: 'No',
  'yes-resolved': 'Yes, resolved',
  'present-unrelated': 'Present, unrelated',
  'present-possible': 'Present, possibly the cause',
  'present-causal': 'Present, the cause',
  left: 'Left',
  right: 'Right',
  both: 'Both sides',
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
  groupI: 'Group I',
  groupII: 'Group II',
  groupIII: 'Group III',
}
/** One allowed value of a fact in words. Names written in capitals (AICA, RExP, onabotulinumtoxinA) stay as they are. */
export const valueWords = (value: string): string =>
  values[value] ?? answerNames[value] ?? (/[A-Z]/.test(value) ? value : asWords(value))

/** The same inside a sentence or a list of facts. */
export const spoken = {
  decision: (id: string): string => inside(amongOthers[id] ?? decisionTitle(id)),
  answer: (answer: string): string => inside(answerWords(answer)),
  value: (value: string): string => inside(valueWords(value)),
} as const

/** `after-surgery` as `After surgery`. */
export function asWords(id: string): string {
  const plain = id.replaceAll('-', ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** The first letter small, unless the word is a name or an abbreviation. */
export const inside = (text: string): string =>
  /^.[a-z ’-]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
