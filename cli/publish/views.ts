import { planOf } from '@facialis/engine'
import { entryViewsOf, factsViewOf } from '@facialis/engine/flat/index.ts'
import { answerSystem, entrySystem, factSystem } from '@facialis/fhir'
import type { Pathway } from '@facialis/language'
import type { Published } from '../output/published.ts'

/** The code systems in which Fact Observations are written, as views need them. */
export const viewAddresses = { fact: factSystem, answer: answerSystem, entry: entrySystem }

/** SQL-on-FHIR views of Fact Observations; `facialis sql --fill` makes the flat fact table of their rows. */
export function views(pathway: Pathway): readonly Published[] {
  const plan = planOf(pathway)
  const all = [
    factsViewOf(plan, viewAddresses),
    ...entryViewsOf(plan, viewAddresses).map(({ definition }) => definition),
  ]
  return all.map((definition) => ({
    path: `views/${definition.name}.json`,
    content: `${JSON.stringify(definition, null, 1)}\n`,
  }))
}
