import { type ChoiceFact, type Code, fact, neutral } from '@facialis/language'
import { againstBoth } from './adverse.ts'
import { multipleSclerosis } from './codes.ts'

/** A flag once raised is open until somebody answers for it: `yes-resolved` says so, with name, date and reason. */
export type RedFlag = ChoiceFact<'no' | 'yes' | 'yes-resolved'>
type Extra = Readonly<{ codes?: readonly Code[]; unverified?: boolean }>

const flag = (id: string, label: string, question: string, extra: Extra = {}): RedFlag =>
  fact.choice(id, ['no', 'yes', 'yes-resolved'], {
    question,
    label,
    adverse: againstBoth('yes'),
    judged: { words: ['yes-resolved'], of: 'yes' },
    ...extra,
  })
const unverified = { unverified: true }

export const rfHearingLoss = flag(
  'rf.hearingLoss',
  'new one-sided hearing loss or tinnitus, or new vertigo',
  'Is there new hearing loss or tinnitus on one side, or new vertigo (not a click in time with the spasm, not symmetrical age-related loss)?',
)
export const rfSuddenHearingLoss = flag(
  'rf.suddenHearingLoss',
  'sudden hearing loss',
  'Did hearing drop within three days, in the last thirty days?',
)
export const rfFacialNumb = flag(
  'rf.facialNumb',
  'numbness or stabbing pain of the face',
  'Is the face numb on that side, or is there stabbing trigeminal pain?',
)
export const rfProgressiveWeakness = flag(
  'rf.progressiveWeakness',
  'progressive facial weakness',
  'Is facial weakness progressing over weeks or months (not the mild weakness of injected muscles within 16 weeks, not after surgery)?',
  unverified,
)
export const rfSuddenPalsy = flag(
  'rf.suddenPalsy',
  'sudden facial paralysis',
  'Did half of the face suddenly stop moving?',
  unverified,
)
export const rfLimbOrSpeech = flag(
  'rf.limbOrSpeech',
  'limb weakness, changed speech or reduced alertness',
  'Is an arm or leg weak, has speech changed, or is the person less alert?',
)
export const rfMultiCN = flag(
  'rf.multiCN',
  'more than one cranial nerve',
  'Is more than one cranial nerve affected?',
  unverified,
)
export const rfCerebellar = flag(
  'rf.cerebellar',
  'unsteadiness',
  'Is the gait unsteady, a limb clumsy, or is there nystagmus?',
  unverified,
)
export const rfRaisedICP = flag(
  'rf.raisedICP',
  'signs of raised intracranial pressure',
  'Is there morning headache, vomiting, or blurred vision with swollen optic discs?',
  unverified,
)
export const rfThunderclap = flag(
  'rf.thunderclap',
  'thunderclap headache',
  'Was there a sudden headache, the worst of a lifetime (thunderclap headache)?',
  unverified,
)
export const rfZoster = flag(
  'rf.zoster',
  'blisters or ear pain with palsy',
  'Are there blisters or ear pain together with facial palsy?',
)
export const rfEpc = flag(
  'rf.epc',
  'continuous jerks or altered awareness',
  'Are there continuous rhythmic jerks, or is awareness altered?',
)
export const rfAgeUnder30 = flag(
  'rf.ageUnder30',
  'onset at a young age',
  'Did it begin before the age below which a contrast scan is always asked for?',
)
export const rfAgeUnder18 = flag('rf.ageUnder18', 'onset in childhood', 'Did it begin before adult age?')
export const rfOnsetUnder2 = flag('rf.onsetUnder2', 'onset in infancy', 'Did it begin before the second birthday?')
export const rfMsHistory = flag(
  'rf.msHistory',
  'multiple sclerosis or its signs',
  'Is multiple sclerosis known, or has there been optic neuritis, Lhermitte’s sign (an electric feeling on bending the neck), or a neurological episode longer than a day?',
  { codes: multipleSclerosis },
)
export const rfMyokymia = flag('rf.myokymia', 'rippling of the face', 'Does the face ripple continuously?')
export const rfParotidMass = flag(
  'rf.parotidMass',
  'a parotid lump',
  'Is there a lump in front of or below the ear?',
  unverified,
)
export const rfEarDischarge = flag(
  'rf.earDischarge',
  'ear discharge or pain',
  'Is there ear discharge, ear pain or a known cholesteatoma?',
  unverified,
)
export const rfTrauma = flag(
  'rf.trauma',
  'injury or surgery of that side',
  'Was there an injury or an operation of the head or face on that side?',
)
export const rfCancer = flag(
  'rf.cancer',
  'a history of cancer',
  'Has there been cancer, above all of the skin, head or neck?',
  unverified,
)
export const rfBilateral = flag('rf.bilateral', 'both sides affected', 'Are both sides of the face affected?')
export const rfLowerFaceOnset = flag(
  'rf.lowerFaceOnset',
  'onset in the lower face',
  'Did it start at the mouth or chin?',
)
export const rfPainfulTonic = flag(
  'rf.painfulTonic',
  'tonic spasm from the beginning',
  'Was the spasm tonic (sustained) from the very beginning, without jerks (tonic spasms in later years are usual and do not count)?',
)
export const rfChiari = flag(
  'rf.chiari',
  'cough headache or swallowing trouble',
  'Is there headache on coughing, neck pain or trouble swallowing?',
  unverified,
)
export const rfRapidOnset = flag(
  'rf.rapidOnset',
  'the whole half of the face involved within days',
  'Did the spasm involve the whole half of the face within days?',
  unverified,
)

/** How a sudden palsy looks decides how fast it is seen; the flag itself already keeps the gates shut. */
const howFast = neutral('sets the urgency of a sudden palsy; the flag itself is what closes the gates')
export const palsyUnder24Hours = fact.yesNo('palsy.under24Hours', {
  question: 'Did the sudden palsy begin less than 24 hours ago?',
  label: 'palsy of less than a day',
  adverse: howFast,
})
export const palsyForeheadSpared = fact.yesNo('palsy.foreheadSpared', {
  question: 'Does the forehead on the paralysed side still move?',
  label: 'a spared forehead',
  cost: 3,
  adverse: howFast,
})
export const palsyVisionSign = fact.yesNo('palsy.visionSign', {
  question: 'Did vision change together with the sudden palsy?',
  label: 'a change of vision with the palsy',
  adverse: howFast,
})

/** Every red flag, worst first. */
export const redFlagFacts: readonly RedFlag[] = [
  rfLimbOrSpeech,
  rfSuddenPalsy,
  rfThunderclap,
  rfRaisedICP,
  rfEpc,
  rfSuddenHearingLoss,
  rfZoster,
  rfOnsetUnder2,
  rfMultiCN,
  rfCerebellar,
  rfHearingLoss,
  rfFacialNumb,
  rfProgressiveWeakness,
  rfMsHistory,
  rfMyokymia,
  rfParotidMass,
  rfEarDischarge,
  rfCancer,
  rfChiari,
  rfAgeUnder18,
  rfAgeUnder30,
  rfTrauma,
  rfBilateral,
  rfLowerFaceOnset,
  rfPainfulTonic,
  rfRapidOnset,
]
export const palsyFacts = [palsyUnder24Hours, palsyForeheadSpared, palsyVisionSign] as const
