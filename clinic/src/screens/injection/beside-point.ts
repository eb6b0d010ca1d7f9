import { regionOf } from '../../pathway.ts'
import type { MuscleId } from '../../pieces/face-plan.ts'
import { words } from './words.ts'

const eyelid: readonly MuscleId[] = ['ooc.pretarsal', 'ooc.preseptal']
const nearTheThroat: readonly MuscleId[] = ['platysma', 'dao', 'orisLower', 'mentalis']

const isIn = (muscles: readonly MuscleId[]) => (muscle: MuscleId) => muscles.includes(muscle)
const isOf = (region: ReturnType<typeof regionOf>) => (muscle: MuscleId) => regionOf(muscle) === region
const concerned: Readonly<Record<string, (muscle: MuscleId) => boolean>> = {
  ptosis: isIn([...eyelid, 'corrugator']),
  diplopia: isIn(eyelid),
  'blurred-vision': isIn(eyelid),
  'dry-eye': isOf('eye'),
  exposure: isOf('eye'),
  'brow-asymmetry': isOf('brow'),
  'lower-face-droop': isOf('lower-face'),
  dysphagia: isIn(nearTheThroat),
}

/** What a side effect of the last session says about a muscle: words to weigh, never a number. */
export const besidePoint = (sideEffects: readonly string[], muscle: MuscleId): readonly string[] =>
  sideEffects.flatMap((effect) => {
    const says = words.beside[effect]
    return says !== undefined && concerned[effect]?.(muscle) === true ? [says] : []
  })
