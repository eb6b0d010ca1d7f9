import { parseJson } from '@facialis/fhir'
import { count, people } from '../people.ts'
import type { Row } from '../row.ts'
import { micros, sideBySide } from '../side-by-side.ts'

/** What nobody can do without, and all that the product adds to it. */
export const textToDecisions: Row = {
  id: 'text-to-decisions',
  work: 'text of a bundle (about 25 resources) → all decisions',
  against: 'JSON.parse of the same text',
  unit: '× its time',
  hold: 1.3,
  measure: async () => {
    const { sent, read, byModule } = await people()
    const text = (index: number): string => (sent[index] as (typeof sent)[number]).text
    const [parsing, deciding] = sideBySide(
      [
        (index) => JSON.parse(text(index)),
        (index) => byModule(read(parseJson(text(index))), (sent[index] as (typeof sent)[number]).asking),
      ],
      { count },
    )
    return { value: deciding.ratio, figures: `${micros(deciding.each)} against ${micros(parsing.each)}` }
  },
}
