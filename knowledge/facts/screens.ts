import { type Screen, screen } from '@facialis/language'
import { atChairList } from './at-chair.ts'
import { examCranialNerves, examEarAndParotid, examLimbsAndGait } from './examination.ts'
import { mimicFeatures, phGoneInSleep } from './mimic-features.ts'
import {
  phBilateralAsync,
  phBilateralSync,
  phPainful,
  phPremonitoryUrge,
  phPriorPalsy,
  phSuppressible,
  phWeakness,
} from './phenotype.ts'
import { redFlagFacts } from './red-flags.ts'

export const redFlagScreen = screen('red-flags', 'Every red flag was asked about', redFlagFacts)

/** What speaks against hemifacial spasm; that it stops in sleep is left out, for it often does. */
export const examinationScreen = screen(
  'examination',
  'Cranial nerves, limbs, gait, ear and parotid examined; other conditions looked for',
  [
    examCranialNerves,
    examLimbsAndGait,
    examEarAndParotid,
    phBilateralSync,
    phBilateralAsync,
    phPremonitoryUrge,
    phSuppressible,
    phPainful,
    phWeakness,
    phPriorPalsy,
    ...mimicFeatures.filter((f) => f !== phGoneInSleep),
  ],
)

const atChairScreen = screen('at-chair', 'Asked at the chair, nothing new', atChairList)

export const screens: readonly Screen[] = [redFlagScreen, examinationScreen, atChairScreen]
