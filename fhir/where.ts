import { member } from './json.ts'

/**
 * Where something stands in what is read. Nearly all of it is right, so its path is written only where a problem is
 * told: until then it is a step from what is around it.
 */
export type Where = string | Step
export type Step = Readonly<{ around: Where; step: string | number }>

export const within = (around: Where, step: string | number): Step => ({ around, step })

/** `Bundle.entry[3].resource.valueQuantity`. */
export function pathOf(where: Where): string {
  if (typeof where === 'string') return where
  const { around, step } = where
  return typeof step === 'number' ? `${pathOf(around)}[${step}]` : member(pathOf(around), step)
}
