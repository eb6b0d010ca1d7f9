import { member } from './json.ts'

/**
 * Where something stands in what is read. Nearly all of it is right, so its path is written only where a problem is
 * told: until then it is a step from what is around it.
 */
export type Locator = string | Step
/** One step of a path: a member of an object, an item of a list, or a member of an item. */
export type Step = Readonly<{ around: Locator; index: number | null; name: string | null }>

export const within = (around: Locator, name: string): Step => ({ around, index: null, name })
/** What stands in this place of a list, or a member of it. */
export const at = (list: Locator, index: number, name: string | null = null): Step => ({ around: list, index, name })

/** `Bundle.entry[3].resource.valueQuantity`. */
export function pathOf(where: Locator): string {
  if (typeof where === 'string') return where
  const { around, index, name } = where
  const path = index === null ? pathOf(around) : `${pathOf(around)}[${index}]`
  return name === null ? path : member(path, name)
}
