import { type Cites, ownJudgement } from '@facialis/language'
import type { sideEffects } from './entries/index.ts'
import { type Muscle, muscles, type Region } from './entries/muscles.ts'
import { K54c, K55, K66a, K76, K79 } from './sources/index.ts'

type Weighed = Readonly<{
  sideEffect: (typeof sideEffects)[number]
  /** The muscles whose points are looked at again. */
  concerns: readonly Muscle[]
  /** Words to weigh beside the point. Never a number: what is given there is typed by whoever injects. */
  text: string
  because: Cites
}>

const inRegion = (region: Region): readonly Muscle[] =>
  (Object.keys(muscles) as Muscle[]).filter((muscle) => muscles[muscle] === region)
const lid: readonly Muscle[] = ['ooc.pretarsal', 'ooc.preseptal']
const nearTheThroat: readonly Muscle[] = ['platysma', 'dao', 'orisLower', 'mentalis']
const whereItWasFelt = ownJudgement('no source names the points: those in the region where the side effect was felt')

/** BT-08: what a side effect of the last session says about the points of the next one. */
export const afterSideEffects: readonly Weighed[] = [
  {
    sideEffect: 'ptosis',
    concerns: [...lid, 'corrugator'],
    text: 'Drooping lid last time: consider leaving out the medial upper lid, or moving the point laterally.',
    because: [K66a],
  },
  {
    sideEffect: 'diplopia',
    concerns: lid,
    text: 'Double vision last time: keep away from the medial lower lid.',
    because: [K54c],
  },
  {
    sideEffect: 'blurred-vision',
    concerns: lid,
    text: 'Blurred vision last time: look at the eye first.',
    because: [whereItWasFelt],
  },
  {
    sideEffect: 'dry-eye',
    concerns: inRegion('eye'),
    text: 'Dry eye last time: weigh the lower lid; drops and an eye review.',
    because: [K79],
  },
  {
    sideEffect: 'exposure',
    concerns: inRegion('eye'),
    text: 'The eye did not close last time: weigh the lower lid; drops and an eye review.',
    because: [K79],
  },
  {
    sideEffect: 'brow-asymmetry',
    concerns: inRegion('brow'),
    text: 'Uneven brows last time: weigh the brow points.',
    because: [whereItWasFelt],
  },
  {
    sideEffect: 'lower-face-droop',
    concerns: inRegion('lower-face'),
    text: 'Drooping mouth last time: consider leaving out the lower face.',
    because: [K76],
  },
  {
    sideEffect: 'dysphagia',
    concerns: nearTheThroat,
    text: 'Trouble swallowing last time: no neck, no lower face.',
    because: [K55, ownJudgement('the points near the throat are those it could have spread from')],
  },
]

/** What the side effects of the last session say about one muscle. */
export const besidePoint = (happened: readonly string[], muscle: Muscle): readonly string[] =>
  happened.flatMap((effect) =>
    afterSideEffects
      .filter(({ sideEffect, concerns }) => sideEffect === effect && concerns.includes(muscle))
      .map(({ text }) => text),
  )
