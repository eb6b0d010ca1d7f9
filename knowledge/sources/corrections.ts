import { passage, type Source } from '@facialis/language'
import { readOn } from './source.ts'

/** What the reviewers of the background dossier corrected. Not signed by a clinician; where it differs, it wins. */
export const corrections: Source = {
  id: 'corrections',
  title: 'Corrections by the reviewers of the background dossier (unsigned)',
  dated: readOn,
  reviewBy: '2028-11',
}

const says = (id: string, locator: string, words: string) =>
  passage(id, corrections, { locator, strength: 'statement', says: words })
/** A correction that some rule has to carry. */
const must = (id: string, locator: string, words: string) =>
  passage(id, corrections, { locator, strength: 'statement', says: words, normative: true })
/** A judgement the reviewers marked as their own. */
const own = (id: string, locator: string, words: string) =>
  passage(id, corrections, { locator, strength: 'statement', says: words, unverified: true })

export const A1 = must(
  'A1',
  'unknown contraindications',
  'Standing facts decide the toxin gate and shut it while unknown; facts asked at the chair leave it as it is, and no injection is signed until each of them is answered that day.',
)
export const A2 = says(
  'A2',
  'what the record refuses',
  'Orders and one’s own coming injections are refused while the gate is shut. History never is, and toxin for another reason is never refused but counts in dose and, under 84 days, as a caution.',
)
export const A3 = must(
  'A3',
  'two adequacies of imaging',
  'Lesions count as excluded by a diagnostic study after onset with whole-brain T2 or FLAIR, the arteries assessed, and either contrast T1 through angle, temporal bone and parotid or, without red flags, 3D T2 of 1 mm with diffusion. Missing FIESTA shuts no gate; it is asked for before surgery.',
)
export const A4 = says(
  'A4',
  'normal reports',
  'A signed report that calls brain and posterior fossa normal lets a clinician fill what it does not mention in one press. Silence on the posterior fossa asks for an addendum before a new scan.',
)
export const A5 = must(
  'A5',
  'incidental findings',
  'A finding shuts the gate until a named neurologist or neurosurgeon, with a neuroradiology read, judges it unrelated; that is never automatic. A vessel loop or dolichoectasia is the cause, not a malformation; ageing white matter is not demyelination.',
)
export const A6 = must(
  'A6',
  'flags that stay true for life',
  'A red flag may be resolved by a named clinician with date, explanation and a contrast study or reason. Flags already known when the clearing MRI was read are resolved by that read; only unresolved flags shut the gate.',
)
export const A7 = must(
  'A7',
  'false alarms',
  'Tonic spasm is a flag only when tonic from the start without jerks; an ear click with the spasm and symmetrical age-related loss are no hearing flag; mild weakness within 16 weeks of toxin is expected unless it grows after week 6 or reaches limb or speech. Lower-face onset, both sides and old trauma ask for contrast MRI without more haste.',
)
export const A8 = must(
  'A8',
  'standing exceptions',
  'The answer stays blocked; a standing exception lets one act pass. It has a coded reason, a senior signer, a told patient and an end within 12 months, stops on a new red flag, and never covers an unsigned diagnosis, infection at the site, product allergy or an urgent flag.',
)
export const A9 = says(
  'A9',
  'MRI impossible',
  'Impossible needs a dated MRI-safety answer. Contrast CT of posterior fossa and temporal bone with CT angiography, a neuroradiology read and a normal examination serve the exception but clear no rule-out; a plain CT serves nothing.',
)
export const A9a = own(
  'A9a',
  'MRI impossible',
  'Many implanted devices are MR-conditional, so a pacemaker alone is not a no.',
)
export const A10 = must(
  'A10',
  'other testing',
  'Other testing means a signed examination of cranial nerves, limbs, gait, ear and parotid, plus the tests a present red flag makes mandatory. Without a flag the examination is enough, and EMG holds the gate only while the phenotype is undetermined.',
)
export const A11 = must(
  'A11',
  'who signs',
  'A neurologist, neurosurgeon or neuro- or oculoplastic ophthalmologist signs the diagnosis; a trainee needs a co-signature, an outside letter a local agreement. A signature does not expire, and a trained injector works under a signed plan of at most 12 months.',
)
export const A12 = must(
  'A12',
  'spasm suppressed by treatment',
  'In a returning patient video or a specialist’s letter counts as observed, and the history before the first injection is judged. An MRI does not grow too old for toxin.',
)
export const A13 = must(
  'A13',
  'both sides; after palsy',
  'Spasm of both sides at different times is judged side by side, each with its own onset. Post-paralytic spasm has a secondary cause and is treated with toxin once lesions are excluded; decompression is not for it.',
)
export const A14 = must(
  'A14',
  'isolated lid twitch',
  'A twitch of the lid alone that has not spread is watched and seen again at three months, or on spread, weakness or the other side; MRI is the clinician’s choice.',
)
export const A15 = must(
  'A15',
  'urgencies',
  'Sudden palsy under 24 hours, sparing the forehead or with limb, speech or vision signs is an emergency, otherwise seen the same day; sudden deafness within 24 hours; blisters with palsy the same day; continuous jerks or altered awareness as an emergency.',
)
export const A15a = must(
  'A15a',
  'urgencies after treatment',
  'After toxin or palsy a red, painful or light-sensitive eye, reduced vision or an eye that will not close is seen by an ophthalmologist the same day. After decompression drowsiness, worst headache, vomiting, a new limb or speech sign, choking, breathlessness or calf swelling is an emergency.',
)
export const A16 = must(
  'A16',
  'children',
  'Onset before two years asks for video-EEG and contrast MRI within 48 hours. Under 18 the gate is blocked, only a paediatric neurologist may raise an exception, and no default doses are shown.',
)
export const A17 = says(
  'A17',
  'dose table',
  'Two old product doses are history and never offered. A site cap exceeded warns; a label’s per-eye or session maximum exceeded asks for a second press with a reason; products without a table the site approved show no ranges. Central upper and medial lower lid are avoided.',
)
export const A17a = own(
  'A17a',
  'dose table',
  'In one one-sided session more than 100 U of onabotulinum or incobotulinum toxin, or 240 U of abobotulinum toxin, is refused as a likely slip of unit or product.',
)
export const A17b = says(
  'A17b',
  'dose table',
  'What was given and what was wasted make the vials that were opened, and volume times concentration makes the units.',
)
export const A18 = says(
  'A18',
  'no proposed doses',
  'Repeat-last copies the clinician’s own last numbers, marked unconfirmed and confirmed side by side; adjustments are words beside the point, never a number filled in.',
)
export const A19 = must(
  'A19',
  'interval',
  'Under 84 days is blocked, with coded exceptions for a clinic date from day 77 and a touch-up of a missed muscle from day 14. Default booking is day 85, a partial date counts from its last day, and cosmetic toxin counts.',
)
export const A20 = must(
  'A20',
  'anticoagulants and toxin',
  'Anticoagulants and antiplatelets are never stopped for facial toxin. On warfarin the last INR is shown, and above range or more than four weeks old means postpone or accept with a reason; a direct anticoagulant is a caution without a test; an antiplatelet alone is only a bruise note.',
)
export const A20a = must(
  'A20a',
  'anticoagulants and surgery',
  'Before decompression no number of days is shown: the plan names drug, prescriber asked, last dose, bridging and restart, signed by the anaesthetist; a stent under 12 months or a mechanical valve brings surgeon and cardiology together.',
)
export const A21 = must(
  'A21',
  'pregnancy and other limits',
  'Pregnant or trying is blocked but may be overridden, without gadolinium unless essential; breastfeeding is permitted with a note. Myasthenia gravis, Lambert–Eaton syndrome and motor neuron disease are blocked without a neuromuscular specialist’s note; existing swallowing or breathing trouble and eyes at risk are cautions.',
)
export const A22 = must(
  'A22',
  'response to toxin',
  'Response is relief at best, read from day 14 to day 42; earlier is too early. None means under 25 % in the first two sessions and asks for the diagnosis first; secondary non-response needs an earlier session of at least 50 %.',
)
export const A23 = must(
  'A23',
  'recurrence and silent period',
  'Recurrence is spasm back after at least 90 spasm-free days and after day 90; an earlier return is improving. Before day 365 nothing says failed, after 24 months access stays open, and toxin within 12 months of surgery is a caution because it hides delayed relief.',
)
export const A24 = must(
  'A24',
  'monitoring and palsy after surgery',
  'A lateral spread response still present is the surgeon’s decision and shown as prognosis only. Palsy on day 0 to 1 is operative, on day 2 to 44 delayed palsy once stroke is excluded, later a new red flag; all need eye care.',
)
export const A24a = own(
  'A24a',
  'monitoring baseline',
  'Percent changes of the brainstem auditory evoked potentials need a typed baseline after positioning and before the dura is opened; without one no percentage is shown.',
)
export const A24b = own(
  'A24b',
  'audiogram after surgery',
  'A first-week audiogram may show fluid in the middle ear: it is marked conductive, and hearing is judged at three months.',
)
export const A25 = must(
  'A25',
  'candidacy for decompression',
  'A candidate has signed spasm, lesions excluded, grade III or disability or toxin failed or unwanted, a wish for surgery and no absolute contraindication. An unknown wish, an only hearing ear, dolichoectasia, ASA III or age over 70 means consider; multiple sclerosis, palsy or a mimic not a candidate; a causal lesion is treated first.',
)
export const A25a = own(
  'A25a',
  'monitoring after toxin',
  'The lateral spread response is best recorded when the last toxin lies at least three months back; this is shown and blocks nothing.',
)
export const A26 = must(
  'A26',
  'surgical checklist',
  'Booking needs diagnosis, MRI, consent discussion and an ordered audiogram; going to theatre needs everything, with ages counted to the theatre date. A surgeon may override an old MRI or audiogram; mood score and photographs never block.',
)
export const A27 = must(
  'A27',
  'mood score',
  'A PHQ-9 of 20 or more, or item nine above zero, is answered by a person the same working day; 10 to 19 is a line to the family doctor. It never blocks toxin or surgery and is not shown to the referrer.',
)
export const A28 = says(
  'A28',
  'words for patients',
  'Status pages never name a tumour, a block or a failure and show no unacknowledged result; they say what is waited for, what is common, and which change means calling at once.',
)
export const A29 = must(
  'A29',
  'stage',
  'Somebody may have toxin while on the surgical list, or after surgery: one stage, with what else runs beside it. Leaving for another pathway keeps an owner and a way back.',
)
export const AWorkflow = says(
  'AWorkflow',
  'how the day really goes',
  'An unread report alerts a person after three days; calls are arranged after sessions one and two only; toxin consent lasts a year; a prior authorisation warns 21 days ahead; nurses ring on days 3, 7, 10 to 14 and 30 after surgery.',
)
export const AConsent = says(
  'AConsent',
  'how the day really goes, consent',
  'Consent to toxin is taken before the first session, once a year, and when product or side change, not each time; only its absence holds a session.',
)
export const ATimeOut = says(
  'ATimeOut',
  'how the day really goes, repeat injection',
  'Before the needle name, birth date, side, product and lot are read aloud, and a wrong side or a wrong vial is caught there.',
)
