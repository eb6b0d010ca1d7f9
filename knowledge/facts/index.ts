import type { Fact } from '@facialis/language'
import { atChairList } from './at-chair.ts'
import { diagnosisFacts, imagingFacts, knownLesions } from './diagnosis.ts'
import { examinationFacts } from './examination.ts'
import { mimicFeatures } from './mimic-features.ts'
import { personFacts } from './person.ts'
import { coreFeatures } from './phenotype.ts'
import { palsyFacts, redFlagFacts } from './red-flags.ts'
import { surgeryFacts, treatmentFacts } from './treatment.ts'

export * from './at-chair.ts'
export * from './diagnosis.ts'
export * from './examination.ts'
export * from './mimic-features.ts'
export * from './person.ts'
export * from './phenotype.ts'
export * from './red-flags.ts'
export * from './screens.ts'
export * from './treatment.ts'

/** Every question about the person, in the order in which the pathway meets them. */
export const facts: readonly Fact[] = [
  ...personFacts,
  ...coreFeatures,
  ...mimicFeatures,
  ...examinationFacts,
  ...diagnosisFacts,
  ...redFlagFacts,
  ...palsyFacts,
  ...knownLesions,
  ...imagingFacts,
  ...treatmentFacts,
  ...surgeryFacts,
  ...atChairList,
]
