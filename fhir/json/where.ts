import { member } from './json.ts'

/**
 * Where something stands in what is read. Nearly all of it is right, so its path is written only where a problem is
 * told: until then it is a step from what is around it.
 */
export type Where = string | Step
/** A member, or one of the members of a list. */
export type Step = Readonly<{ around: Where; name: string | null; index: number | null }>

export const within = (around: Where, name: string): Step => ({ around, name, index: null })
/** The one in this place of a list, itself or as a member of what is around it. */
export const at = (around: Where, name: string | null, index: number): Step => ({ around, name, index })

/** `Bundle.entry[3].resource.valueQuantity`. */
export function pathOf(where: Where): string {
  if (typeof where === 'string') return where
  const { around, name, index } = where
  const path = name === null ? pathOf(around) : member(pathOf(around), name)
  return index === null ? path : `${path}[${index}]`
}
