import { blank, noWord, type Place, unlistedWord } from '@facialis/engine/plan/layout.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Sheet } from '@facialis/engine/plan/sheet.ts'
import { civil, dayOf } from '@facialis/language'
import { chances } from './chances.ts'

/**
 * People as rows of numbers, made up by chance: much of them not known, dates of a month or a year, several entries of one
 * day, days at and around the one that is asked for. Where examples are given, most people are one of them with a few changes.
 * The same sheet is filled again and again.
 */
export function madeUpSheets(
  plan: Plan,
  { asOf, seed, examples = [] }: Readonly<{ asOf: number; seed: number; examples?: readonly Sheet[] }>,
): () => Sheet {
  const { layout } = plan
  const limits = limitsOf(plan)
  const chance = chances(seed)
  const { below, once } = chance
  const person = new Int32Array(layout.person.width)
  const most = 12
  const rows = layout.entryKinds.map(({ row }) => new Int32Array(most * row.width))
  const counts = layout.entryKinds.map(() => 0)
  const order = layout.entryKinds.map(({ row }) => ({ width: row.width, places: row.places }))

  /** So many days, or years, before the day asked for as something is compared with; or a day beside that. */
  function atALimit(): number {
    const limit = limits[below(limits.length)] as number
    const { year, month, day } = civil(asOf)
    const isYears = limit < 100 && once(3)
    return (isYears ? dayOf(year - limit, month, day) : asOf - limit) + below(3) - 1
  }
  const withinOf = ({ min, max }: Readonly<{ min: number; max: number }>): number =>
    Math.max(min, Math.min(max, (limits[below(limits.length)] as number) + below(3) - 1))
  function date(cells: Int32Array, at: number): void {
    const day = once(3) ? Math.min(asOf, atALimit()) : asOf - (once(2) ? below(12) : below(900))
    const vague = once(8) ? (once(2) ? below(31) : below(366)) : 0
    cells[at] = day - vague
    cells[at + 1] = day
  }
  function value(cells: Int32Array, from: number, { fact, cell, observed }: Place): void {
    const at = from + cell
    if (observed !== null) {
      if (once(3)) cells.fill(blank, from + observed, from + observed + 2)
      else date(cells, from + observed)
    }
    const isKnown = !once(3)
    switch (fact.type) {
      case 'choice':
      case 'yes-no':
        cells[at] = isKnown ? (once(500) ? unlistedWord : below(fact.values.length)) : noWord
        return
      case 'set':
        cells[at] = isKnown ? below(2 ** fact.values.length) : blank
        return
      case 'quantity':
        cells[at] = isKnown
          ? once(2)
            ? withinOf(fact)
            : fact.min + below(Math.min(fact.max - fact.min, 400) + 1)
          : blank
        return
      case 'date':
        if (!isKnown) cells.fill(blank, at, at + 2)
        else if (once(2)) date(cells, at)
        else {
          const day = once(2) ? atALimit() : asOf - below(60_000)
          cells[at] = day
          cells[at + 1] = day + (once(6) ? below(366) : 0)
        }
        return
      case 'text':
        cells[at] = isKnown ? 1 : blank
        return
      default:
        fact satisfies never
    }
  }
  /** Latest first, as on any sheet. */
  function entries(entryKind: number, count: number, changed: (row: number) => void): void {
    const { width } = order[entryKind] as (typeof order)[number]
    const cells = rows[entryKind] as Int32Array
    counts[entryKind] = count
    for (let row = 0; row < count; row++) changed(row * width)
    const sorted = Array.from({ length: count }, (_, row) => cells.slice(row * width, (row + 1) * width)).sort(
      (a, b) => (b[1] as number) - (a[1] as number),
    )
    for (const [row, one] of sorted.entries()) cells.set(one, row * width)
  }
  function byChance(): void {
    for (const place of layout.person.places) value(person, 0, place)
    for (const [entryKind, { places }] of order.entries()) {
      const cells = rows[entryKind] as Int32Array
      entries(entryKind, once(2) ? 0 : below(once(8) ? most : 4), (from) => {
        if (once(9)) cells.fill(blank, from, from + 2)
        else date(cells, from)
        for (const place of places) value(cells, from, place)
      })
    }
  }
  function like(example: Sheet): void {
    person.set(example.person)
    for (let changes = below(6); changes > 0; changes--)
      value(person, 0, layout.person.places[below(layout.person.places.length)] as Place)
    for (const [entryKind, { width, places }] of order.entries()) {
      const count = Math.min(example.counts[entryKind] as number, most)
      const cells = rows[entryKind] as Int32Array
      cells.set((example.rows[entryKind] as Int32Array).subarray(0, count * width))
      if (count === 0 || places.length === 0) counts[entryKind] = count
      else
        entries(entryKind, count, (from) => {
          if (once(4)) value(cells, from, places[below(places.length)] as Place)
          if (once(6)) date(cells, from)
        })
    }
  }
  return () => {
    const example = examples.length > 0 && !once(10) ? examples[below(examples.length)] : undefined
    if (example) like(example)
    else byChance()
    return { person, rows, counts }
  }
}

/** The numbers that something is compared with. */
function limitsOf({ nodes, policy }: Plan): readonly number[] {
  const written = nodes.flatMap((node) => (node.op === 'number' ? [node.value] : []))
  return [...new Set([0, 1, ...written, ...policy.map((number) => number.default)])]
}

/** Sheets that stay as they are when those they were copied from are filled again, each as long as what stands on it. */
export const copying =
  ({ layout }: Plan) =>
  ({ person, rows, counts }: Sheet): Sheet => ({
    person: person.slice(),
    rows: rows.map((cells, entryKind) =>
      cells.slice(0, (layout.entryKinds[entryKind]?.row.width ?? 0) * (counts[entryKind] as number)),
    ),
    counts: [...counts],
  })
