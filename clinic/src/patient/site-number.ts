import { numberIn, type Passage, type Policy, type PolicyNumber } from '@facialis/language'
import { pathway } from '../pathway.ts'

const numbers = new Map(pathway.policy.map((number) => [number.id, number]))

/** A number the site owns: its value in force, its words and the passages behind it. */
export type SiteNumber = Readonly<{ id: string; label: string; value: number; passages: readonly Passage[] }>

/** @throws for an id that is none */
export function siteNumber(id: string, inForce: Policy): SiteNumber {
  const number: PolicyNumber | undefined = numbers.get(id)
  if (number === undefined) throw new Error(`The pathway has no policy number ${id}.`)
  return {
    id,
    label: number.label,
    value: numberIn(inForce, number),
    passages: number.because.filter((cite): cite is Passage => cite.kind === 'passage'),
  }
}
