import { count, people } from '../people.ts'
import type { Row } from '../row.ts'
import { micros, sideBySide } from '../side-by-side.ts'

/** The border and the engine alone: the bundle is parsed already. */
export const parsedToAnswers: Row = {
  id: 'parsed-to-answers',
  work: 'parsed bundle → all decisions',
  against: 'JSON.parse of its text',
  unit: '× its time',
  hold: null,
  measure: async () => {
    const { sent, read, byModule } = await people()
    const one = (index: number) => sent[index] as (typeof sent)[number]
    const parsed: unknown[] = []
    const [parsing, deciding] = sideBySide(
      [
        (index) => {
          parsed[index % 100] = JSON.parse(one(index).text)
        },
        (index) => byModule(read(parsed[index % 100]), one(index).asking),
      ],
      { count },
    )
    return { value: deciding.ratio, figures: `${micros(deciding.each)} against ${micros(parsing.each)}` }
  },
}
