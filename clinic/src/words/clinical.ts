import type { UnknownReason } from '@facialis/language'
import type { journey, Role } from '@facialis/wire'

/** How something is meant before it is read: colours and icons follow it. */
export type Tone = 'blocked' | 'caution' | 'permitted' | 'notice'

/** Words for the answers of the pathway. Ids stay in the record; people read these. */
const stages: Readonly<Record<(typeof journey)[number], string>> = {
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
}

const answers: Readonly<Record<string, string>> = {
  ...stages,
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
export const answerWords = (answer: string): string => answers[answer] ?? sentence(answer)

const decisionTitles: Readonly<Record<string, string>> = {
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
export const decisionTitle = (id: string): string => decisionTitles[id] ?? sentence(id.replaceAll('.', ' '))

const gateTones: Readonly<Record<string, Tone>> = { blocked: 'blocked', caution: 'caution', permitted: 'permitted' }
export const gateTone = (answer: string): Tone => gateTones[answer] ?? 'notice'

const ruleOutTones: Readonly<Record<string, Tone>> = { open: 'caution', cleared: 'permitted', positive: 'blocked' }
export const ruleOutTone = (answer: string): Tone => ruleOutTones[answer] ?? 'notice'

const states: Readonly<Record<string, string>> = {
  early: 'Not yet due',
  due: 'Due',
  grace: 'Late, within grace',
  overdue: 'Overdue',
  'unknown-anchor': 'Date to count from is unknown',
}
export const stateWords = (state: string): string => states[state] ?? sentence(state)

const urgencies: Readonly<Record<string, string>> = {
  emergency: 'Emergency',
  urgent: 'Urgent',
  soon: 'Soon',
  routine: 'Routine',
}
export const urgencyWords = (urgency: string): string => urgencies[urgency] ?? sentence(urgency)

export const roleWords: Readonly<Record<Role, string>> = {
  coordinator: 'Coordinator',
  nurse: 'Nurse',
  clinician: 'Clinician',
  surgeon: 'Surgeon',
  'imaging-reader': 'Imaging reader',
  referrer: 'Referrer',
  patient: 'Patient',
  researcher: 'Researcher',
  'pathway-author': 'Pathway author',
  'privacy-officer': 'Privacy officer',
  administrator: 'Administrator',
}
/** Owners of steps are roles or other desks (an eye doctor, MRI safety). */
export const ownerWords = (owner: string): string =>
  (roleWords as Readonly<Record<string, string>>)[owner] ?? sentence(owner)

export const unknownWords: Readonly<Record<UnknownReason, string>> = {
  'not-asked': 'not asked yet',
  'asked-unanswered': 'asked, not known',
  pending: 'result pending',
  'too-old': 'too old',
  conflicting: 'sources disagree',
  'inadequate-study': 'the study does not answer it',
  'not-permitted': 'not permitted to see',
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
  doac: 'Direct anticoagulant',
  'warfarin-in-range': 'Warfarin, in range',
  'warfarin-out-of-range': 'Warfarin, out of range or old',
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
  values[value] ?? answers[value] ?? (/[A-Z]/.test(value) ? value : sentence(value))

/** Left and right are the person's own, and always written out. */
export const sideWords: Readonly<Record<'left' | 'right' | 'both', string>> = {
  left: 'Left side of the face',
  right: 'Right side of the face',
  both: 'Both sides of the face',
}

/** `after-surgery` as `After surgery`. */
function sentence(id: string): string {
  const plain = id.replaceAll('-', ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
