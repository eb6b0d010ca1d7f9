/** The numbers that are talked through before and after an operation. They inform a talk and decide nothing. */
export { costs } from './costs.ts'
export { type Figure, type Measure, rangeOf } from './figure.ts'
export { gains } from './gains.ts'
export { lateralSpread } from './lateral-spread.ts'
export { otherWays } from './other-ways.ts'
export { paceOfRelief, shareBy, shareOn, silentPeriod } from './pace-of-relief.ts'
