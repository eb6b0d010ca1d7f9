import type { Plan } from '@facialis/engine/plan/plan.ts'
import { layeredLayout } from '@facialis/engine/publish/diagram/layered-layout.ts'
import { diagramSvg } from '@facialis/engine/publish/index.ts'
import { casesWhere, no, yes } from '@facialis/engine/publish/tables/cases.ts'
import { rankedTable } from '@facialis/engine/publish/tables/decision-table.ts'
import { simplified } from '@facialis/engine/publish/tables/simplified.ts'
import { type Counts, counted, drawing, type Page, page, sum } from './counted.ts'

const tables = ({ pathway: { decisions } }: Plan): Counts => {
  const ranked = decisions.flatMap((decision) =>
    decision.body.kind === 'ranked' ? [rankedTable(decision, decision.body)] : [],
  )
  return {
    'tables: columns': sum(ranked, ({ parts }) => parts.length),
    'tables: rows': sum(ranked, ({ parts, rows }) =>
      sum(
        rows,
        ({ rule, cases }) => (cases?.length ?? 0) + (casesWhere(simplified(rule.when), parts, yes | no)?.length ?? 0),
      ),
    ),
  }
}

export const tablesTake = page('tables-take.txt', (plan) => ({
  ...tables(plan),
  'diagram: characters': diagramSvg(plan.pathway, (id) => `#${id}`).length,
}))

/** Boxes that rest on some of those before them, as in the test of the sheet, and how straight the lines between them are. */
const sheets = Array.from({ length: 24 }, (_, seed) => {
  const draw = drawing(seed)
  return draw.times(8, 20, (at) => ({
    id: `box ${at}`,
    height: draw.int(20, 120),
    dependsOn: at === 0 ? [] : [...new Set(draw.times(1, 3, () => `box ${draw.int(0, at - 1)}`))],
  }))
}).map(layeredLayout)

const linesOn = ({ boxes, edges }: (typeof sheets)[number]) => {
  const at = new Map(boxes.map((place) => [place.id, place]))
  const middle = (id: string): number => (at.get(id)?.y ?? 0) + (at.get(id)?.height ?? 0) / 2
  return edges.flatMap(({ from, to, via }) => {
    const heights = [middle(from), ...via, middle(to)]
    const first = at.get(from)?.column ?? 0
    return heights.slice(1).map((end, i) => ({ column: first + i, begin: heights[i] as number, end }))
  })
}
type Line = ReturnType<typeof linesOn>[number]
const areCrossed = (one: Line, other: Line): boolean =>
  one.column === other.column && (one.begin - other.begin) * (one.end - other.end) < 0

const sheet: Counts = {
  'columns of 24 made-up ones': sum(sheets, ({ columns }) => columns),
  'height of them': Math.round(sum(sheets, ({ height }) => height)),
  'lines, from column to column': sum(sheets, (one) => linesOn(one).length),
  'how far they climb and fall': Math.round(sum(sheets.flatMap(linesOn), ({ begin, end }) => Math.abs(end - begin))),
  'how often they cross': sum(sheets, (one) => {
    const lines = linesOn(one)
    return sum(lines, (line) => lines.filter((other) => areCrossed(line, other)).length) / 2
  }),
}

export const sheetsTake: Page = { name: 'sheets-take.txt', make: () => counted(sheet) }
