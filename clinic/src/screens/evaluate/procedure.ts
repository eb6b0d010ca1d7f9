import { pathway } from '../../pathway.ts'

export type StepId = 'watch' | 'provoke' | 'look' | 'examine' | 'ask'

/** The bedside procedure: which question belongs to which step, in the order it comes up. */
const placed: Readonly<Record<StepId, readonly string[]>> = {
  watch: [
    'hfs.side',
    'exam.observed',
    'ph.unilateral',
    'ph.synchronous',
    'ph.brief',
    'ph.irregular',
    'ph.bilateralSync',
    'ph.bilateralAsync',
    'ph.continuousRipple',
    'ph.lidOnly',
    'ph.rhythmic',
    'ph.nonstop',
    'ph.fixedPull',
    'ph.marching',
  ],
  provoke: ['ph.triggeredByMovement', 'ph.onlyWithMovement', 'ph.suppressible', 'ph.sensoryTrick', 'ph.patternChanges'],
  look: ['ph.otherBabinski', 'ph.cn7Only', 'ph.jawOrTongue', 'ph.palateMoves', 'ph.weakness', 'ph.skinThinning'],
  examine: [
    'exam.cranialNerves',
    'exam.limbsAndGait',
    'exam.earAndParotid',
    'ph.limbInvolved',
    'ph.awarenessLost',
    'ph.wasting',
  ],
  ask: [
    'hfs.onset',
    'ph.onsetOrbicularisOculi',
    'ph.downwardSpread',
    'ph.priorPalsy',
    'ph.premonitoryUrge',
    'ph.painful',
    'ph.sleepPersist',
    'ph.ipsiEarClick',
    'ph.stressWorse',
  ],
}

/** Asked last: what decides about treatment rather than about the diagnosis. */
const wishes = ['disability', 'wish.toxin', 'wish.surgery', 'wish.drugs', 'functionalBlindness', 'drugs.oral']

const known = new Set(pathway.facts.map((fact) => fact.id))
const named = new Set(Object.values(placed).flat())

/** A feature added to the pathway later is asked too, though nobody placed it here yet. */
const unplaced = pathway.facts
  .map((fact) => fact.id)
  .filter((id) => (id.startsWith('ph.') || id.startsWith('exam.') || id.startsWith('known.')) && !named.has(id))

export const procedure: Readonly<Record<StepId, readonly string[]>> = {
  ...placed,
  ask: [...placed.ask, ...unplaced, ...wishes].filter((id) => known.has(id)),
}

/** The questions of a step: those that would settle most come first, the others keep their order. */
export function ordered(step: StepId, missing: readonly string[]): readonly string[] {
  const rank = (id: string) => {
    const at = missing.indexOf(id)
    return at === -1 ? Number.MAX_SAFE_INTEGER : at
  }
  return [...procedure[step]].filter((id) => known.has(id)).sort((a, b) => rank(a) - rank(b))
}

export const conclusion = ['dx.class', 'dx.phenotype'] as const
export const redFlagScreen = 'red-flags'
export const examinationScreen = 'examination'
