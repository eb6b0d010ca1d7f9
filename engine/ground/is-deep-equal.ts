import type { DetailValue } from '@facialis/language'

type Comparable = DetailValue | boolean | undefined | readonly Comparable[] | Readonly<{ [name: string]: Comparable }>

/** Structural equality of two parts of advice. Keys must come in the same order; names of the second object are not read. */
export function isDeepEqual(one: Comparable, other: Comparable): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [names, others] = [Object.keys(one), Object.keys(other)]
  return (
    names.length === others.length && names.every((name) => isDeepEqual((one as Fields)[name], (other as Fields)[name]))
  )
}
type Fields = Readonly<Record<string, Comparable>>
