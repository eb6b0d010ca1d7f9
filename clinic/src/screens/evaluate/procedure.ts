import { pathway, screenOf } from '../../pathway.ts'

export const stepIds = ['watch', 'provoke', 'look', 'examine', 'ask', 'conclude'] as const
export type StepId = (typeof stepIds)[number]

/** What a step asks of everybody, and what speaks for conditions one rarely meets. */
export type Questions = Readonly<{ usual: readonly string[]; rare: readonly string[] }>

export const conclusion = ['dx.class', 'dx.phenotype'] as const
export const isConclusion = (id: string): boolean => conclusion.some((one) => one === id)
export const redFlagScreen = 'red-flags'
export const examinationScreen = 'examination'

/** Every red flag, in the order of the list. */
export const flags: readonly string[] = (screenOf(redFlagScreen)?.facts ?? []).map(({ id }) => id)

/** What a flag asks further where it is there: how fast a sudden palsy has to be seen hangs on how it looks. */
export const askedFurther = (flag: string): readonly string[] =>
  flag === 'rf.suddenPalsy' ? pathway.facts.map(({ id }) => id).filter((id) => id.startsWith('palsy.')) : []

/** Everything that may stand in the list of flags. */
export const flagQuestions: readonly string[] = flags.flatMap((flag) => [flag, ...askedFurther(flag)])

/** The flag under which this is asked, or that it is itself. */
export const flagOf = (factId: string): string | null =>
  flags.find((flag) => flag === factId || askedFurther(flag).includes(factId)) ?? null

/** The bedside procedure: which question belongs to which step, in the order it comes up. */
const placed: Readonly<Record<StepId, Questions>> = {
  watch: {
    usual: ['hfs.side', 'exam.observed', 'ph.unilateral', 'ph.brief', 'ph.irregular', 'ph.bilateralSync', 'ph.lidOnly'],
    rare: ['ph.bilateralAsync', 'ph.continuousRipple', 'ph.rhythmic', 'ph.nonstop', 'ph.fixedPull', 'ph.marching'],
  },
  provoke: {
    usual: ['ph.triggeredByMovement', 'ph.onlyWithMovement', 'ph.suppressible'],
    rare: ['ph.sensoryTrick', 'ph.patternChanges'],
  },
  look: {
    usual: ['ph.otherBabinski', 'ph.synchronous', 'ph.cn7Only', 'ph.weakness'],
    rare: ['ph.jawOrTongue', 'ph.palateMoves', 'ph.skinThinning'],
  },
  examine: {
    usual: ['exam.cranialNerves', 'exam.limbsAndGait', 'exam.earAndParotid'],
    rare: ['ph.limbInvolved', 'ph.awarenessLost', 'ph.wasting'],
  },
  ask: {
    usual: [
      'hfs.onset',
      'ph.onsetOrbicularisOculi',
      'ph.downwardSpread',
      'ph.priorPalsy',
      'ph.premonitoryUrge',
      'ph.painful',
      'ph.sleepPersist',
      'ph.ipsiEarClick',
      'ph.dopamineBlocker',
      // Last: what decides about treatment rather than about the diagnosis.
      'disability',
      'functionalBlindness',
      'wish.toxin',
      'wish.surgery',
    ],
    rare: [
      'ph.stressWorse',
      'ph.lightSensitive',
      'ph.goneInSleep',
      'ph.childhoodTics',
      'ph.dopamineTimed',
      'ph.weightLoss',
      'wish.drugs',
      'drugs.oral',
      'person.birthDate',
    ],
  },
  conclude: { usual: conclusion, rare: [] },
}

const known = new Set(pathway.facts.map((fact) => fact.id))
const named = new Set(Object.values(placed).flatMap(({ usual, rare }) => [...usual, ...rare]))

/** A feature added to the pathway later is asked too, though nobody placed it here yet. */
const unplaced = pathway.facts
  .map((fact) => fact.id)
  .filter((id) => (id.startsWith('ph.') || id.startsWith('exam.') || id.startsWith('known.')) && !named.has(id))

const asked = ({ usual, rare }: Questions, more: readonly string[] = []): Questions => ({
  usual: usual.filter((id) => known.has(id)),
  rare: [...rare, ...more].filter((id) => known.has(id)),
})

export const procedure: Readonly<Record<StepId, Questions>> = {
  watch: asked(placed.watch),
  provoke: asked(placed.provoke),
  look: asked(placed.look),
  examine: asked(placed.examine),
  ask: asked(placed.ask, unplaced),
  conclude: asked(placed.conclude),
}

export const questionsOf = (step: StepId): readonly string[] => [...procedure[step].usual, ...procedure[step].rare]

/** The step that asks this; null for what is asked elsewhere, such as a red flag. */
export const stepOf = (factId: string): StepId | null =>
  stepIds.find((step) => questionsOf(step).includes(factId)) ?? null

/** Id of the element that holds a step. */
export const placeOfStep = (step: StepId): string => `step-${step}`
