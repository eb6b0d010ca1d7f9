import type { Answers } from '@facialis/engine'
import { parseJson } from '@facialis/fhir'
import { batched } from '../../cli/cohort/batched.ts'
import { count, people } from '../people.ts'
import type { Row } from '../row.ts'
import { micros, sideBySide } from '../side-by-side.ts'

/** The same work on texts that come by the thousand, as a registry's do: parsed, read and decided a few at a time. */
export const textsToDecisions: Row = {
  id: 'texts-to-decisions',
  work: 'the same, twenty-five texts at a time, as a registry is read',
  against: 'JSON.parse of the same texts, one by one',
  unit: '× its time',
  hold: null,
  measure: async () => {
    const { sent, read, byModule } = await people()
    const one = (index: number) => sent[index] as (typeof sent)[number]
    let [decided, last]: [number, Answers | null] = [0, null]
    const deciding = batched(
      ([index, json]: readonly [number, unknown]) => [index, read(json)] as const,
      ([index, chart]) => {
        last = byModule(chart, one(index).asking)
        decided += 1
      },
    )
    const parsing = batched((index: number) => [index, parseJson(one(index).text)] as const, deciding.take)
    const [alone, together] = sideBySide([(index) => JSON.parse(one(index).text), parsing.take], { count })
    if (last === null || decided % count !== 0) throw new Error(`Of ${count} texts ${decided % count} were decided.`)
    return { value: together.ratio, figures: `${micros(together.each)} against ${micros(alone.each)}` }
  },
}
