import { type Code, type Fact, fact, neutral, type YesNo } from '@facialis/language'
import { againstBoth } from './adverse.ts'
import { facialMyokymia } from './codes.ts'

/** A feature that makes hemifacial spasm unlikely and, once recorded, stands in the way of both gates. */
const opposing = (id: string, label: string, question: string, codes: readonly Code[] = []): YesNo =>
  fact.yesNo(id, { question, label, codes, adverse: againstBoth('yes') })

const ranks = neutral('orders the list of other conditions; closes no gate by itself')
/** A feature that tells the other conditions apart. */
const telling = (id: string, label: string, question: string, unverified = false): YesNo =>
  fact.yesNo(id, { question, label, adverse: ranks, unverified })

export const phJawOrTongue = opposing(
  'ph.jawOrTongue',
  'jaw or tongue movement',
  'Does the jaw, the tongue or the throat move too?',
)
export const phLimbInvolved = opposing(
  'ph.limbInvolved',
  'arm or leg movement',
  'Does an arm, hand or leg jerk or stiffen with it?',
)
export const phAwarenessLost = opposing(
  'ph.awarenessLost',
  'impaired awareness',
  'Is awareness lost or impaired during the episodes?',
)
export const phContinuousRipple = opposing(
  'ph.continuousRipple',
  'continuous rippling',
  'Is it a continuous fine rippling, like worms under the skin?',
  facialMyokymia,
)
export const phOnlyWithMovement = opposing(
  'ph.onlyWithMovement',
  'movement only with voluntary movement of the face',
  'Does it happen only with voluntary movement, such as the eye closing on a smile?',
)

export const phLidOnly = telling('ph.lidOnly', 'one lid only', 'Is it a fine twitch of one lid and nothing else?')
export const phLightSensitive = telling(
  'ph.lightSensitive',
  'sensitivity to light',
  'Does bright light bring it on or make it worse?',
)
export const phSensoryTrick = telling(
  'ph.sensoryTrick',
  'a sensory trick',
  'Does touching the face or another sensory trick ease it?',
)
export const phGoneInSleep = telling('ph.goneInSleep', 'gone in sleep', 'Is it always gone in sleep?')
export const phChildhoodTics = telling(
  'ph.childhoodTics',
  'tics since childhood',
  'Are there several kinds of tic, or tics since childhood?',
)
export const phMarching = opposing(
  'ph.marching',
  'discrete episodes with a Jacksonian march',
  'Do episodes have a clear start and end, and spread to other parts of the body (Jacksonian march)?',
)
export const phNonstop = opposing(
  'ph.nonstop',
  'continuous rhythmic jerks',
  'Do rhythmic jerks continue without pause for hours or days?',
)
export const phRhythmic = telling(
  'ph.rhythmic',
  'a regular rhythm',
  'Is there a regular rhythm of about one to three a second?',
)
export const phPalateMoves = telling(
  'ph.palateMoves',
  'movement of the soft palate',
  'Does the soft palate move in time with the face?',
)
export const phSkinThinning = telling(
  'ph.skinThinning',
  'thinning of the skin',
  'Is the skin or the cheek on that side thinned or wasted?',
)
export const phPatternChanges = telling(
  'ph.patternChanges',
  'a variable or distractible pattern',
  'Does the side or the pattern change, or does distraction stop it?',
)
export const phFixedPull = telling(
  'ph.fixedPull',
  'sudden onset with sustained contraction',
  'Did it come suddenly, with sustained (tonic) contraction or the lip drawn down on one side?',
)
export const phDopamineBlocker = telling(
  'ph.dopamineBlocker',
  'a dopamine-blocking medicine for months',
  'Has a dopamine-blocking medicine (such as an antipsychotic or metoclopramide) been taken for months?',
  true,
)
export const phDopamineTimed = telling(
  'ph.dopamineTimed',
  'movement timed to a medicine',
  'Is the movement timed to doses of levodopa, a stimulant or another medicine?',
  true,
)
export const phWasting = telling(
  'ph.wasting',
  'wasting or fasciculation of tongue or limb',
  'Is there wasting or fasciculation of the tongue or a limb?',
  true,
)
export const phWeightLoss = telling(
  'ph.weightLoss',
  'weight loss or diarrhoea',
  'Is there weight loss or diarrhoea, with slow rhythmic jaw and eye movement?',
  true,
)

/** The features that tell hemifacial spasm from what looks like it. */
export const mimicFeatures: readonly Fact[] = [
  phJawOrTongue,
  phLimbInvolved,
  phAwarenessLost,
  phContinuousRipple,
  phOnlyWithMovement,
  phLidOnly,
  phLightSensitive,
  phSensoryTrick,
  phGoneInSleep,
  phChildhoodTics,
  phMarching,
  phNonstop,
  phRhythmic,
  phPalateMoves,
  phSkinThinning,
  phPatternChanges,
  phFixedPull,
  phDopamineBlocker,
  phDopamineTimed,
  phWasting,
  phWeightLoss,
]
