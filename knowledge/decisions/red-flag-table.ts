import type { Cites, Urgency } from '@facialis/language'
import {
  type RedFlag,
  rfAgeUnder18,
  rfAgeUnder30,
  rfBilateral,
  rfCancer,
  rfCerebellar,
  rfChiari,
  rfEarDischarge,
  rfEpc,
  rfFacialNumb,
  rfHearingLoss,
  rfLimbOrSpeech,
  rfLowerFaceOnset,
  rfMsHistory,
  rfMultiCN,
  rfMyokymia,
  rfOnsetUnder2,
  rfPainfulTonic,
  rfParotidMass,
  rfProgressiveWeakness,
  rfRaisedICP,
  rfRapidOnset,
  rfSuddenHearingLoss,
  rfSuddenPalsy,
  rfThunderclap,
  rfTrauma,
  rfZoster,
} from '../facts/index.ts'
import {
  A6,
  A7,
  A10,
  A15,
  A16,
  K4,
  K8,
  K11,
  K12a,
  K13,
  K14,
  K14b,
  K16,
  K23,
  NG98,
  QS185,
  Specchio2012,
  T3,
  T8,
  T9,
  T10,
  T11,
  T12,
  T13,
  T14,
  T15,
  T16,
  T17,
  T18,
} from '../sources/index.ts'

/**
 * What answers for a flag without a clinician writing so: a contrast read that clears everything and is no older than
 * the flag; that read together with an audiogram; or nothing but a named clinician.
 */
export type ResolvedBy = 'read' | 'read-and-audiogram' | 'clinician'

export type FlagRow = Readonly<{
  flag: RedFlag
  urgency: Urgency
  /** The same in words, where the class alone is too coarse. */
  within: string
  resolvedBy: ResolvedBy
  text: string
  because: Cites
}>

const row = (
  flag: RedFlag,
  [urgency, within]: readonly [Urgency, string],
  resolvedBy: ResolvedBy,
  text: string,
  ...because: Cites
): FlagRow => ({ flag, urgency, within, resolvedBy, text, because })

const now = ['emergency', 'now'] as const
const sameDay = ['urgent', 'the same day'] as const
const oneDay = ['urgent', '24 hours'] as const
const twoDays = ['urgent', '48 hours'] as const
const soon = ['soon', '2 weeks'] as const
const routine = ['routine', 'with the contrast scan'] as const

/** Every red flag, worst first: what it points to, how fast it is seen, and what answers for it. */
export const flagRows: readonly FlagRow[] = [
  row(
    rfLimbOrSpeech,
    now,
    'clinician',
    'Arm, leg, speech or alertness affected: stroke or seizure until shown otherwise.',
    K23,
  ),
  row(
    rfSuddenPalsy,
    now,
    'clinician',
    'Sudden palsy: stroke or Bell palsy; an emergency unless it is known, from what was asked since it began, to be older than a day, with the forehead included and nothing else affected.',
    A15,
    T9,
  ),
  row(rfThunderclap, now, 'clinician', 'Thunderclap headache: a ruptured aneurysm until shown otherwise.', T13),
  row(rfRaisedICP, now, 'clinician', 'Raised intracranial pressure: a mass or hydrocephalus.', T12),
  row(rfEpc, now, 'clinician', 'Continuous jerks or altered awareness: an ongoing seizure.', A15, K23),
  row(
    rfSuddenHearingLoss,
    oneDay,
    'clinician',
    'Sudden hearing loss: seen within a day, because treatment cannot wait.',
    A15,
    QS185,
    NG98,
  ),
  row(
    rfZoster,
    sameDay,
    'clinician',
    'Blisters or ear pain with palsy: herpes zoster (Ramsay Hunt syndrome), treated the same day.',
    A15,
  ),
  row(
    rfOnsetUnder2,
    twoDays,
    'clinician',
    'Onset in infancy: video-EEG and contrast MRI; a scalp EEG may be normal.',
    A16,
    Specchio2012,
  ),
  row(rfMultiCN, twoDays, 'clinician', 'More than one cranial nerve: a skull-base mass or meningitis.', T10),
  row(
    rfCerebellar,
    twoDays,
    'read',
    'Unsteadiness: a lesion of the cerebellopontine angle or posterior fossa, or multiple sclerosis.',
    T11,
  ),
  row(
    rfHearingLoss,
    soon,
    'read-and-audiogram',
    'New one-sided hearing loss or tinnitus, or new vertigo: a mass of the cerebellopontine angle or a disease of the ear.',
    K14,
    A7,
    A10,
  ),
  row(rfFacialNumb, soon, 'read', 'Numbness or trigeminal pain: a mass of the cerebellopontine angle.', K13, T3),
  row(
    rfProgressiveWeakness,
    soon,
    'read',
    'Progressive weakness: a tumour of the facial nerve or parotid, or perineural spread.',
    T8,
    A7,
  ),
  row(rfMsHistory, soon, 'read', 'Multiple sclerosis or its signs: a plaque in the pons.', K16),
  row(rfMyokymia, soon, 'read', 'Continuous rippling: a lesion of the pons, multiple sclerosis.', K16),
  row(rfParotidMass, soon, 'clinician', 'A parotid lump: ear-nose-throat review and imaging of the neck.', T14),
  row(
    rfEarDischarge,
    soon,
    'clinician',
    'Ear discharge or pain: ear-nose-throat review and a scan of the temporal bone.',
    T15,
  ),
  row(rfCancer, soon, 'read', 'A history of cancer: perineural spread or a metastasis.', T16, A6),
  row(
    rfChiari,
    soon,
    'read',
    'Cough headache, neck pain or swallowing trouble: a Chiari malformation (low cerebellar tonsils).',
    T17,
  ),
  row(
    rfAgeUnder18,
    soon,
    'clinician',
    'Onset in childhood: a tumour or anomaly; a paediatric neurologist leads.',
    K11,
    A16,
  ),
  row(
    rfAgeUnder30,
    routine,
    'read',
    'Onset at a young age: a secondary cause, multiple sclerosis or an anomaly.',
    K11,
    A6,
  ),
  row(rfTrauma, routine, 'read', 'Injury or surgery on that side: possible nerve injury.', K4, A7),
  row(rfBilateral, routine, 'read', 'Both sides: a mimic or a structural cause; an expert reviews it.', K8, A7),
  row(rfLowerFaceOnset, routine, 'read', 'Onset in the lower face: atypical or secondary.', K12a, A7),
  row(rfPainfulTonic, routine, 'read', 'Tonic from the outset, without jerks: more often due to a tumour.', K14b, A7),
  row(rfRapidOnset, routine, 'read', 'The whole half of the face involved within days: a secondary cause.', T18),
]

/** Ages at onset follow from two dates and are never raised on a day of their own. */
export const ages: readonly RedFlag[] = [rfOnsetUnder2, rfAgeUnder18, rfAgeUnder30]
