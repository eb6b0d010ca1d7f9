/**
 * All answers of the pathway for hemifacial spasm, written by hand for this one pathway from its pages: what the engine is
 * measured against. It knows answers and nothing else; no rule, reason or missing fact can be had from it.
 */
import type { Asking, Chart } from '@facialis/language'
import { assessed, clearedSince } from './adequacy.ts'
import { type Cause, causeOf } from './cause.ts'
import { complaintsOf, emergencyComplaint } from './complaints.ts'
import { type Decompression, decompressionOf, scoreOf } from './decompression.ts'
import { type Certainty, certaintyOf, diagnosisOf, type Phenotype, phenotypeOf } from './diagnosis.ts'
import { entriesOn, word } from './entries.ts'
import { type Imaging, imagingOf } from './imaging.ts'
import { anyCausal, notExcluded, type Read, readsOf, ruleOutsOf } from './lesions.ts'
import { numbersIn } from './numbers.ts'
import { personOn } from './person.ts'
import { redFlagsOf } from './red-flags.ts'
import { afterSurgery, type ResponseToSurgery, responseToSurgery } from './response-surgery.ts'
import { type ResponseToToxin, responseToToxin, twoPoorSessions } from './response-toxin.ts'
import { type Stage, stageOf } from './stage.ts'
import { studyOf } from './studies.ts'
import { botulinumOf, type Gate, isChild, sessionOf } from './toxin.ts'
import { treatmentsOf } from './treatments.ts'
import { any } from './truth.ts'

type AnswersByHand = Readonly<{
  certainty: Certainty
  phenotype: Phenotype
  'reads.tumour': Read
  'reads.vascular-malformation': Read
  'reads.demyelination': Read
  'reads.other-lesion': Read
  'rule-out.tumour': Read
  'rule-out.vascular-malformation': Read
  'rule-out.demyelination': Read
  'rule-out.other-lesion': Read
  imaging: Imaging
  cause: Cause
  botulinum: Gate
  'botulinum.session': Gate
  'response.toxin': ResponseToToxin
  'response.surgery': ResponseToSurgery
  decompression: Decompression
  stage: Stage
}>

export function answersByHand(chart: Chart, { asOf, policy }: Asking): AnswersByHand {
  const numbers = numbersIn(policy)
  const person = personOn(chart, asOf)
  const entries = entriesOn(chart, asOf)

  const diagnosis = diagnosisOf(person)
  const certainty = certaintyOf(person, diagnosis)
  const phenotype = phenotypeOf(person, diagnosis)

  const treatments = treatmentsOf(entries, asOf)
  const complaints = complaintsOf(entries.symptoms, treatments)
  const studies = entries.studies.map((entry) => studyOf(entry, person.onset))
  const assessedStudies = assessed(studies)

  const redFlags = redFlagsOf({
    person,
    complaints,
    treatments,
    numbers,
    clearedSince: (day) => clearedSince(assessedStudies, day),
  })
  const openFlag = redFlags.open
  const emergency = emergencyComplaint(complaints, treatments, numbers)

  const reads = readsOf(assessedStudies, openFlag)
  const doubted = notExcluded(studies)
  const ruleOuts = ruleOutsOf(person, reads, any(openFlag, doubted))
  const orders = entries.orders.map((entry) => ({ date: entry.date, modality: word(entry, 'order.modality') }))

  const shared = { person, studies, diagnosis, phenotype, redFlags, openFlag, ruleOuts, treatments, numbers, asOf }
  const child = isChild(person, numbers, asOf)
  const botulinum = botulinumOf({ ...shared, emergencyComplaint: emergency, child })
  const twicePoor = twoPoorSessions(treatments, numbers)
  const afterwards = afterSurgery(treatments, numbers)
  const decompression = decompressionOf({
    ...shared,
    scores: entries.scores.map(scoreOf),
    emergencyComplaint: emergency,
    child,
    twoPoorSessions: twicePoor,
    spasmAfterAll: afterwards.recurred || afterwards.persists,
  })
  return {
    certainty,
    phenotype,
    'reads.tumour': reads.tumour,
    'reads.vascular-malformation': reads.malformation,
    'reads.demyelination': reads.demyelination,
    'reads.other-lesion': reads.other,
    'rule-out.tumour': ruleOuts.tumour,
    'rule-out.vascular-malformation': ruleOuts.malformation,
    'rule-out.demyelination': ruleOuts.demyelination,
    'rule-out.other-lesion': ruleOuts.other,
    imaging: imagingOf({ ...shared, orders, certainty, reads, notExcluded: doubted }),
    cause: causeOf({ diagnosis, ruleOuts, openFlag, causal: anyCausal(person, studies) }),
    botulinum,
    'botulinum.session': sessionOf(botulinum, person),
    'response.toxin': responseToToxin(treatments, numbers, twicePoor),
    'response.surgery': responseToSurgery(treatments, numbers, afterwards),
    decompression,
    stage: stageOf({ ...shared, entries, emergencyComplaint: emergency, reads, decompression }),
  }
}
