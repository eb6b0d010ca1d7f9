/** The muscles a map of points may name, and where on the face each lies; whatever a point there may do depends on it. */
export const muscles = {
  frontalis: 'brow',
  corrugator: 'brow',
  procerus: 'brow',
  'ooc.pretarsal': 'eye',
  'ooc.preseptal': 'eye',
  'ooc.orbital.lateral': 'eye',
  levatorLabii: 'lower-face',
  zygMinor: 'lower-face',
  zygMajor: 'lower-face',
  risorius: 'lower-face',
  buccinator: 'lower-face',
  orisUpper: 'lower-face',
  orisLower: 'lower-face',
  dao: 'lower-face',
  mentalis: 'lower-face',
  platysma: 'lower-face',
} as const
export type Muscle = keyof typeof muscles
export type Region = (typeof muscles)[Muscle]

/** Null for a muscle of another hand, of which nothing is known here. */
export const regionOf = (muscle: string): Region | null =>
  Object.hasOwn(muscles, muscle) ? muscles[muscle as Muscle] : null

export const lowerFaceMuscles = (Object.keys(muscles) as Muscle[]).filter(
  (muscle): muscle is LowerFaceMuscle => muscles[muscle] === 'lower-face',
) as [LowerFaceMuscle, ...LowerFaceMuscle[]]
type LowerFaceMuscle = { [M in Muscle]: (typeof muscles)[M] extends 'lower-face' ? M : never }[Muscle]
