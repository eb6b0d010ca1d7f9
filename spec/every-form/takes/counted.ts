import { planOf } from '@facialis/engine'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Chart, Pathway } from '@facialis/language'
import { chart } from '../../naive/arbitrary-chart.ts'
import { pathway } from '../../naive/arbitrary-pathway.ts'
import { type Draw, drawBy } from '../../naive/draw.ts'
import { chances } from '../../support/chances.ts'
import { knee } from '../knee/index.ts'
import { asOf } from './asked.ts'

/**
 * What each form of a pathway takes, as counts of what is written, kept or tried and never as time. No answer hangs on
 * these, so nothing else would say that a form has become larger or a search longer. Each form has a page of its own, so
 * that whoever changes one is told of that one.
 */
export type Counts = Readonly<Record<string, number>>
export type Page = Readonly<{ name: string; make: () => string }>

export const drawing = (seed: number): Draw => {
  const { below } = chances(seed)
  return drawBy((min, max) => min + below(max - min + 1))
}
export const sum = <T>(of: readonly T[], count: (one: T) => number): number =>
  of.reduce((all, one) => all + count(one), 0)

const row = (what: string, ...cells: readonly unknown[]): string =>
  [what.padEnd(52), ...cells.map((cell) => String(cell).padStart(12))].join('')

/** What is counted, one line each. */
export const counted = (counts: Counts): string =>
  Object.entries(counts)
    .map(([what, count]) => `${row(what, count)}\n`)
    .join('')

/** The same list, that tells of each time something is looked up in it. */
const watched = <T>(list: readonly T[], isRead: () => void): readonly T[] =>
  new Proxy(list, {
    get: (of, name) => {
      isRead()
      return Reflect.get(of, name)
    },
  })

/** What a form takes, and how often it looks into the plan for it: what is kept is not looked up again. */
function watching(plan: Plan, takes: (plan: Plan) => Counts): Counts {
  let reads = 0
  const isRead = (): void => {
    reads++
  }
  const counts = takes({ ...plan, nodes: watched(plan.nodes, isRead), decisions: watched(plan.decisions, isRead) })
  return reads === 0 ? counts : { ...counts, 'looks into the plan': reads }
}

/** The pathway of a page, and ten made up at random. */
export function page(name: string, takes: (plan: Plan) => Counts): Page {
  const make = (): string => {
    const [own, ...others] = [knee, ...Array.from({ length: 10 }, (_, seed) => pathway(drawing(seed)))].map((of) =>
      watching(planOf(of), takes),
    )
    return [
      row('', 'knee', 'others'),
      ...Object.keys(own ?? {}).map((what) =>
        row(
          what,
          own?.[what],
          sum(others, (one) => one[what] as number),
        ),
      ),
      '',
    ].join('\n')
  }
  return { name, make }
}

/** People made up at random, the same in every run. */
export const madeUpCharts = (of: Pathway, many: number): readonly Chart[] =>
  Array.from({ length: many }, (_, seed) => chart(drawing(seed), of, asOf))

/** The numbers that a part of a plan holds, but for what its facts say of themselves. */
export const numbersIn = (of: unknown): number =>
  typeof of === 'number'
    ? of
    : typeof of === 'object' && of !== null
      ? sum(Object.entries(of), ([name, one]) => (name === 'fact' || name === 'entry' ? 0 : numbersIn(one)))
      : 0
