import { planOf } from '@facialis/engine'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { blank, type Row } from '@facialis/engine/plan/layout.ts'
import type { Sheet } from '@facialis/engine/plan/sheet.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { asking, fromPlainFacts } from '../spec/examples/forms.ts'

/** Every example patient as resolved on the day of the example, with all days moved so that it is this one. */
export function exampleSheets(asOf: number): readonly Sheet[] {
  const plan = planOf(hemifacialSpasm)
  const fill = fillerOf(plan)
  const { person: personRow, entryKinds } = plan.layout
  return examples.map((example) => {
    const { chart, asOf: ownDay } = fromPlainFacts(example)
    const { person, rows, counts } = fill(chart, asking(ownDay))
    const later = asOf - ownDay
    return {
      person: moved(person, personRow, { count: 1, later, isEntry: false }),
      rows: entryKinds.map(({ row }, entryKind) =>
        moved(rows[entryKind] as Int32Array, row, { count: counts[entryKind] as number, later, isEntry: true }),
      ),
      counts: [...counts],
    }
  })
}

type Move = Readonly<{ count: number; later: number; isEntry: boolean }>

function moved(cells: Int32Array, { places, width }: Row, { count, later, isEntry }: Move): Int32Array {
  const copy = cells.slice(0, count * width)
  const days = places.flatMap(({ fact, cell, observed }) => [
    ...(fact.type === 'date' ? [cell, cell + 1] : []),
    ...(observed === null ? [] : [observed, observed + 1]),
  ])
  for (let row = 0; row < count; row++)
    for (const day of isEntry ? [0, 1, ...days] : days) {
      const at = row * width + day
      if (copy[at] !== blank) copy[at] = (copy[at] as number) + later
    }
  return copy
}
