import type { Part, Shown } from '@facialis/engine/govern/index.ts'
import { alertKey, ruleCoverage, ruleKey, stepKey } from '@facialis/engine/publish/index.ts'
import { type Example, examples } from '@facialis/knowledge/examples/index.ts'
import type { Pathway } from '@facialis/language'
import { examplePeople } from '../input/example-people.ts'

/** Who shows each part, as the book shows them: their chart, and what is claimed of them about it. */
export function shownBy(pathway: Pathway): Shown {
  const { examplesOf } = ruleCoverage(pathway, examplePeople(pathway))
  const byId = new Map(examples.map((example) => [example.id, example]))
  return (part) => {
    const place = placeOfPart(part)
    return place === null
      ? []
      : examplesOf(place).map(({ id }) => {
          const example = byId.get(id) as Example
          return { id, asOf: example.asOf, chart: example.chart, claimed: claimedOf(part, example) }
        })
  }
}

function placeOfPart({ kind, of, id }: Part): string | null {
  if (kind === 'step') return stepKey(id)
  if (kind === 'alert') return alertKey(id)
  return of === null ? null : ruleKey(of, id)
}

/** What an example claims about a part; null where it claims nothing of it. */
function claimedOf({ kind, of, id }: Part, { expected }: Example): unknown {
  if (kind === 'step')
    return [expected.steps?.includes(id) ?? false, expected.noSteps?.includes(id) ?? false, expected.due?.[id] ?? null]
  if (kind === 'alert') return [expected.alerts?.includes(id) ?? false, expected.noAlerts?.includes(id) ?? false]
  if (kind === 'item') return expected.redFlags?.[id] ?? null
  return of === null ? null : (expected.decisions[of] ?? null)
}
