import { planOf, resolve } from '@facialis/engine'
import { openWorld } from '@facialis/engine/decide.ts'
import { type Everybody, everybody, restingOn } from '@facialis/engine/everybody/everybody.ts'
import { exactly, type Sum } from '@facialis/engine/everybody/numbers.ts'
import { enoughRows } from '@facialis/engine/everybody/over-entries.ts'
import { type Literal, opposite } from '@facialis/engine/everybody/solver.ts'
import { somebodyIn } from '@facialis/engine/everybody/somebody.ts'
import { type Days, today } from '@facialis/engine/everybody/unknown-sheet.ts'
import { isJudgement } from '@facialis/engine/people/judged.ts'
import { fillerOf } from '@facialis/engine/plan/fill.ts'
import { blank, isWord, noWord, type Place } from '@facialis/engine/plan/layout.ts'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Asking, Chart, Pathway } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from '../naive/arbitrary.ts'

/** What everybody is looked at for is left open here, so that an answer may be one of several. */
const leftOpen = new Set(['times', 'run-length', 'years'])

const aboutPerson = (plan: Plan): readonly number[] =>
  plan.decisions.flatMap(({ within }, index) => (within === null ? [index] : []))

/** The answers about the person that leave nothing open. */
function settledIn(plan: Plan): readonly number[] {
  return aboutPerson(plan).filter((index) =>
    [...restingOn(plan, [], [index]).nodes].every((node) => !leftOpen.has(plan.nodes[node]?.op as string)),
  )
}

/** An undated judgement could not be recorded. */
const recordable = ({ facts }: Pathway, chart: Chart): Chart => ({
  ...chart,
  observations: chart.observations.filter(({ fact: id, value, date }) => {
    const fact = facts.find((one) => one.id === id)
    return date !== null || !fact || !isJudgement(fact, value)
  }),
})

const answersTo = (plan: Plan, chart: Chart, asking: Asking): readonly string[] => {
  const world = openWorld(resolve(plan.pathway, chart, asking))
  return plan.decisions.map(({ decision, within }) => (within === null ? world.answer(decision, null) : ''))
}

const isAnswer = ({ plan, answers }: Everybody, index: number, answer: string): Literal =>
  answers(index)[plan.decisions[index]?.decision.answers.indexOf(answer) as number] as Literal

/** Everything that is asked of the person, and of the entries too where they are looked at one by one, is as in this chart. */
function pin(all: Everybody, chart: Chart, asking: Asking, withEntries: boolean): void {
  const { plan, sheet, gates, numbers } = all
  const filled = fillerOf(plan)(chart, asking)
  const is = (so: Literal, wanted: boolean): void => gates.hold(wanted ? so : opposite(so))
  const equals = (sum: Sum, value: number): void => {
    gates.hold(numbers.isAtMost(sum, exactly(value)))
    gates.hold(numbers.isAtMost(exactly(value), sum))
  }
  const onDays = ({ known, lo, hi }: Days, cells: ArrayLike<number>, at: number): void => {
    is(known, cells[at] !== blank)
    if (cells[at] === blank) return
    equals(lo, (cells[at] as number) - asking.asOf + today)
    equals(hi, (cells[at + 1] as number) - asking.asOf + today)
  }
  const cellIs = (place: Place, row: number, cells: ArrayLike<number>, from: number): void => {
    const cell = cells[from + place.cell] as number
    if (isWord(place.fact)) {
      for (const [word, so] of sheet.words(place, row).entries()) is(so, cell !== noWord && cell === word)
      return
    }
    if (place.fact.type === 'date') {
      onDays(sheet.date(place, row), cells, from + place.cell)
      return
    }
    is(sheet.isKnown(place, row), cell !== blank)
    if (cell === blank) return
    if (place.fact.type === 'set')
      for (const [bit, so] of sheet.members(place, row).members.entries()) is(so, ((cell >>> bit) & 1) === 1)
    if (place.fact.type === 'quantity') equals(sheet.amount(place, row).value, cell)
  }
  for (const number of sheet.asked.policies.values())
    equals(sheet.policy(number), asking.policy[number.id] ?? number.default)
  for (const { place, row } of [...sheet.asked.places.values()]) {
    if (row < 0) cellIs(place, row, filled.person, 0)
    else if (withEntries)
      cellIs(place, row, filled.rows[place.room as number] as Float64Array, row * widthOf(plan, place.room as number))
  }
  for (const place of sheet.asked.observed) onDays(sheet.observed(place, -1), filled.person, place.observed as number)
  if (!withEntries) return
  for (const { room, row } of [...sheet.asked.rows.values()]) {
    is(sheet.isThere(room, row), true)
    onDays(sheet.entryDate(room, row), filled.rows[room] as Float64Array, row * widthOf(plan, room))
  }
}
const widthOf = ({ layout }: Plan, room: number): number => layout.rooms[room]?.row.width as number

describe('everybody there could be, whatever the pathway', () => {
  it('includes whoever is on a chart, who is told just what the rules say', () => {
    let settled = 0
    fc.assert(
      fc.property(cases, ({ pathway, chart: any, asking }) => {
        const chart = recordable(pathway, any)
        const plan = planOf(pathway)
        const { counts } = fillerOf(plan)(chart, asking)
        const counted = [...counts]
        const all = everybody(plan, { rowsOf: (room) => counted[room] as number, isCounted: true })
        const said = answersTo(plan, chart, asking)
        const each = aboutPerson(plan).map((index) => isAnswer(all, index, said[index] as string))
        pin(all, chart, asking, true)
        expect(all.solver.solve(each)).toBe(true)
        for (const index of settledIn(plan)) {
          settled++
          expect(all.solver.solve([opposite(isAnswer(all, index, said[index] as string))])).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
    expect(settled).toBeGreaterThan(60)
  })

  it('is looked at with enough entries: whoever has more is told what somebody with no more is told', () => {
    fc.assert(
      fc.property(cases, ({ pathway, chart: any, asking }) => {
        const chart = recordable(pathway, any)
        const plan = planOf(pathway)
        const about = aboutPerson(plan)
        const { nodes, decisions } = restingOn(plan, [], about)
        const enough = enoughRows(plan, nodes, decisions)
        const all = everybody(plan, { rowsOf: (room) => enough[room] as number, isCounted: false })
        const said = answersTo(plan, chart, asking)
        const each = about.map((index) => isAnswer(all, index, said[index] as string))
        pin(all, chart, asking, false)
        expect(all.solver.solve(each)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  it('is somebody: whoever is found with an answer gets it', () => {
    let found = 0
    fc.assert(
      fc.property(cases, ({ pathway, asking }) => {
        const plan = planOf(pathway)
        const all = everybody(plan, { rowsOf: () => 2, isCounted: true })
        for (const index of settledIn(plan))
          for (const answer of plan.decisions[index]?.decision.answers ?? []) {
            if (!all.solver.solve([isAnswer(all, index, answer)])) continue
            found++
            const somebody = somebodyIn(all, asking.asOf)
            expect(answersTo(plan, somebody.chart, somebody.asking)[index]).toBe(answer)
          }
      }),
      { numRuns: 30 },
    )
    expect(found).toBeGreaterThan(60)
  })
})
