/** What says the same as a red flag, wherever it was written down: a finding, a complaint, two dates. */
import {
  all,
  any,
  type Condition,
  type DateTerm,
  dateOf,
  type Entry,
  established,
  type Fact,
  is,
  latestDate,
  lessThan,
  not,
  type PolicyNumber,
  recordedOn,
  some,
  unanswered,
  yearsBetween,
  yes,
} from '@facialis/language'
import { type Complaint, symptom } from '../entries/index.ts'
import {
  birthDate,
  dxPhenotype,
  examCranialNerves,
  examEarAndParotid,
  examLimbsAndGait,
  onset,
  phAwarenessLost,
  phBilateralAsync,
  phContinuousRipple,
  phNonstop,
  type RedFlag,
  rfAgeUnder18,
  rfAgeUnder30,
  rfBilateral,
  rfCerebellar,
  rfEarDischarge,
  rfEpc,
  rfHearingLoss,
  rfLimbOrSpeech,
  rfMultiCN,
  rfMyokymia,
  rfOnsetUnder2,
  rfProgressiveWeakness,
  rfThunderclap,
  side,
} from '../facts/index.ts'
import { childAge, infantOnset, youngOnset } from '../policy/index.ts'
import { complains, unexplainedHearing, unexplainedWeakness, unsettled } from './complaints.ts'

export type Sign = Readonly<{
  /** It was there, whatever became of it. */
  was: Condition
  /** It is there, and not explained or settled where it stands. */
  is: Condition
  /** The day it was observed; null: true from the first spasm on, so that every scan since then knew of it. */
  on: DateTerm | null
  /** Only a clinician answers for it, even where a clearing scan answers for the flag when it is said. */
  clinicianOnly: boolean
  /** A complaint: it has a step and an alert of its own. */
  told: boolean
  settles: readonly (Fact | Entry)[]
}>
type SignsOf = Readonly<{ flag: RedFlag; signs: readonly Sign[] }>

const finding = (fact: Fact, is: Condition): Sign => ({
  was: is,
  is,
  on: recordedOn(fact),
  clinicianOnly: false,
  told: false,
  settles: [fact],
})
/** Abnormal on examination: answered by saying why, or by a clinician. */
const examined = (fact: typeof examCranialNerves): Sign => ({ ...finding(fact, is(fact, 'yes')), clinicianOnly: true })
const complaint = (where: Condition): Sign => ({
  was: some(symptom, where),
  is: some(symptom, all(where, unsettled)),
  on: latestDate(symptom, all(where, unsettled)),
  clinicianOnly: false,
  told: true,
  settles: [symptom],
})
const told = (...kinds: readonly [Complaint, ...Complaint[]]): Sign => complaint(complains(...kinds))
const fromTheFirstDay = (is: Condition, ...settles: readonly Fact[]): Sign => ({
  was: is,
  is,
  on: null,
  clinicianOnly: false,
  told: false,
  settles,
})

/**
 * What two dates prove nobody can deny. Where both are given and too rough to say, the answer to the question counts:
 * else a person who knows only the years would be kept waiting for ever.
 */
const onsetBefore = (age: PolicyNumber, flag: RedFlag): Sign => {
  const young = lessThan(yearsBetween(dateOf(birthDate), dateOf(onset)), age)
  const denied = all(is(flag, 'no'), not(unanswered(birthDate)), not(unanswered(onset)))
  return fromTheFirstDay(any(established(young), all(young, not(denied))), birthDate, onset)
}

const signs: readonly SignsOf[] = [
  { flag: rfLimbOrSpeech, signs: [told('limb-weakness', 'speech', 'drowsiness')] },
  { flag: rfThunderclap, signs: [told('worst-headache')] },
  {
    flag: rfEpc,
    signs: [finding(phNonstop, yes(phNonstop)), finding(phAwarenessLost, yes(phAwarenessLost))],
  },
  { flag: rfOnsetUnder2, signs: [onsetBefore(infantOnset, rfOnsetUnder2)] },
  { flag: rfMultiCN, signs: [examined(examCranialNerves)] },
  { flag: rfCerebellar, signs: [examined(examLimbsAndGait)] },
  { flag: rfHearingLoss, signs: [complaint(unexplainedHearing)] },
  { flag: rfProgressiveWeakness, signs: [complaint(unexplainedWeakness)] },
  { flag: rfMyokymia, signs: [finding(phContinuousRipple, yes(phContinuousRipple))] },
  { flag: rfEarDischarge, signs: [examined(examEarAndParotid)] },
  { flag: rfAgeUnder18, signs: [onsetBefore(childAge, rfAgeUnder18)] },
  { flag: rfAgeUnder30, signs: [onsetBefore(youngOnset, rfAgeUnder30)] },
  {
    flag: rfBilateral,
    signs: [
      finding(side, is(side, 'both')),
      finding(phBilateralAsync, yes(phBilateralAsync)),
      // A conclusion dates nothing: it rests on what was known.
      fromTheFirstDay(is(dxPhenotype, 'bilateral'), dxPhenotype),
    ],
  },
]

export const signsOf = (flag: RedFlag): readonly Sign[] => signs.find((one) => one.flag === flag)?.signs ?? []
