import type { DetailValue } from '@facialis/language'

type Said = DetailValue | boolean | undefined | readonly Said[] | Readonly<{ [name: string]: Said }>

/** Whether two things that advice tells are the same, name by name and in the same order. */
export function isAlike(one: Said, other: Said): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [names, others] = [Object.keys(one), Object.keys(other)]
  return names.length === others.length && names.every((name) => isAlike((one as Named)[name], (other as Named)[name]))
}
type Named = Readonly<Record<string, Said>>
