import type { Code, CodeMeaning, Entry, Fact, Meaning } from '@facialis/language'

/** One code, in our own words, where it is understood, and what it means there. */
export const row = (
  code: Code,
  display: string,
  places: readonly string[],
  ...means: readonly Meaning[]
): CodeMeaning => ({
  code,
  display,
  in: places,
  means,
})

export const states = (fact: Fact, value: string): Meaning => {
  if (!('values' in fact) || !fact.values.includes(value)) throw new Error(`${fact.id} has no value ${value}.`)
  return { kind: 'states', fact, value }
}
export const measures = (fact: Fact): Meaning => ({ kind: 'measures', fact })
export const enters = (entry: Entry, fields: Readonly<Record<string, string | readonly string[]>> = {}): Meaning => ({
  kind: 'enters',
  entry,
  fields,
})

/** A code of our own. */
export const ours = (code: string): Code => ({ system: 'facialis', code, confirmed: true })
const unconfirmedIn =
  (system: Code['system']) =>
  (code: string): Code => ({ system, code, confirmed: false })
export const unconfirmed = {
  icd10cm: unconfirmedIn('icd10cm'),
  cpt: unconfirmedIn('cpt'),
  hcpcs: unconfirmedIn('hcpcs'),
  snomed: unconfirmedIn('snomed'),
  rxnorm: unconfirmedIn('rxnorm'),
}
