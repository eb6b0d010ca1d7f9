import { type Fact, fact, neutral, type YesNo } from '@facialis/language'
import { againstBoth, againstSurgery } from './adverse.ts'
import { bellPalsy } from './codes.ts'

/** Speaks against, and not strongly: the signed conclusion has weighed it. */
const weighed = neutral('counts against in the list of other conditions; whoever signs the diagnosis has weighed it')
const supports = neutral('supports the diagnosis; a signed conclusion, never this feature alone, opens a gate')

/** A feature that speaks for hemifacial spasm. */
const supporting = (id: string, label: string, question: string, cost = 1): YesNo =>
  fact.yesNo(id, { question, label, cost, adverse: supports })

export const phUnilateral = fact.yesNo('ph.unilateral', {
  question: 'Are the movements on one side of the face only?',
  label: 'one-sided movement',
  adverse: againstBoth('no'),
})
export const phCn7Only = fact.yesNo('ph.cn7Only', {
  question: 'Are only muscles of facial expression involved (not the jaw, tongue or an arm)?',
  label: 'facial-expression muscles only',
  adverse: againstBoth('no'),
})
export const phOnsetOrbicularisOculi = supporting(
  'ph.onsetOrbicularisOculi',
  'onset around the eye',
  'Did it begin around the eye, often in the lower lid?',
)
export const phDownwardSpread = supporting(
  'ph.downwardSpread',
  'downward spread',
  'Did it later spread down to the cheek, mouth or neck?',
)
export const phSynchronous = supporting(
  'ph.synchronous',
  'synchronous contraction of upper and lower face',
  'During a spasm, do the upper and lower face contract synchronously, at the same instant?',
  3,
)
export const phBrief = supporting(
  'ph.brief',
  'short bursts',
  'Are most contractions short bursts, sometimes merging into longer ones?',
)
export const phIrregular = supporting(
  'ph.irregular',
  'irregular timing',
  'Is the timing irregular rather than a fixed rhythm?',
)
export const phOtherBabinski = supporting(
  'ph.otherBabinski',
  'the other Babinski sign (brow rising as the eye closes)',
  'When the eye squeezes shut, does the eyebrow on that side rise (the other Babinski sign)?',
  3,
)
export const phSleepPersist = supporting(
  'ph.sleepPersist',
  'spasm seen in sleep',
  'Has anyone seen it continue in sleep?',
)
export const phTriggeredByMovement = supporting(
  'ph.triggeredByMovement',
  'spasm set off by movement',
  'Can forceful blinking, pursing the lips or smiling set it off?',
)
export const phIpsiEarClick = supporting(
  'ph.ipsiEarClick',
  'click in the ear with the spasm',
  'Is there a click or noise in the ear of that side in time with the spasm?',
)
export const phStressWorse = fact.yesNo('ph.stressWorse', {
  question: 'Is it worse with stress or tiredness?',
  label: 'worse with stress',
  adverse: neutral('true of spasm and of its mimics alike'),
})
export const phSuppressible = fact.yesNo('ph.suppressible', {
  question: 'Can the person suppress it voluntarily for a while?',
  label: 'voluntary suppression',
  adverse: weighed,
  unverified: true,
})
export const phPremonitoryUrge = fact.yesNo('ph.premonitoryUrge', {
  question: 'Is there a premonitory urge before it and relief after it?',
  label: 'a premonitory urge with relief afterwards',
  adverse: againstBoth('yes'),
  unverified: true,
})
export const phPainful = fact.yesNo('ph.painful', {
  question: 'Is the spasm itself painful?',
  label: 'painful spasm',
  adverse: weighed,
  unverified: true,
})
export const phBilateralSync = fact.yesNo('ph.bilateralSync', {
  question: 'Do both sides contract synchronously, at the same time?',
  label: 'both sides synchronous',
  adverse: againstBoth('yes'),
})
export const phBilateralAsync = fact.yesNo('ph.bilateralAsync', {
  question: 'Are both sides affected asynchronously, one of them years earlier?',
  label: 'both sides asynchronous',
  adverse: neutral(
    'raises the red flag of both sides, as the question of that flag does; each side is then judged alone, and an expert signs',
  ),
})
export const phWeakness = fact.yesNo('ph.weakness', {
  question: 'Is the face weak on that side between spasms?',
  label: 'weakness between spasms',
  adverse: neutral('mild weakness belongs to the spasm; new or growing weakness is a red flag of its own'),
})
export const phPriorPalsy = fact.yesNo('ph.priorPalsy', {
  question: 'Was there ever a facial palsy on that side (Bell palsy or another)?',
  label: 'an earlier facial palsy on that side',
  codes: bellPalsy,
  adverse: againstSurgery('yes'),
})

/** The core features, in the order in which they are asked at the bedside. */
export const coreFeatures: readonly Fact[] = [
  phUnilateral,
  phCn7Only,
  phOnsetOrbicularisOculi,
  phDownwardSpread,
  phSynchronous,
  phBrief,
  phIrregular,
  phOtherBabinski,
  phSleepPersist,
  phTriggeredByMovement,
  phStressWorse,
  phSuppressible,
  phPremonitoryUrge,
  phPainful,
  phIpsiEarClick,
  phBilateralSync,
  phBilateralAsync,
  phWeakness,
  phPriorPalsy,
]
