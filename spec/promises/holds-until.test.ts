import { evaluate } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { type Advice, type Day, parseDate, type Span } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { type Asked, asking, fromPlainFacts } from '../examples/forms.ts'

/** Days looked at where nothing is said to change ever again. */
const later = [1, 90, 1500]

/** What advice says, without the day it was asked for and the order in which questions would help most. */
const said = ({ asOf: _, holdsUntil: __, missing: ___, ...advice }: Advice) => ({
  ...advice,
  decisions: Object.fromEntries(
    Object.entries(advice.decisions).map(([id, { missing: _, ...decided }]) => [id, decided]),
  ),
})

/** The same person on another day; what is dated after the day first asked for stays unheard. */
const on = ({ chart, asOf }: Asked, day: Day) => {
  const heard = ({ date }: { date: Span | null }): boolean => date === null || date.lo <= asOf
  const known = {
    observations: chart.observations.filter(heard),
    screens: chart.screens.filter(heard),
    entries: chart.entries.filter(heard),
  }
  return said(evaluate(pathway, known, asking(day)))
}

describe('advice says how long it holds', () => {
  const people = examples.filter((_, i) => i % 3 === 0)
  test.each(people.map((example) => [example.id, example] as const))('%s', (_, example) => {
    const asked = fromPlainFacts(example)
    const { holdsUntil } = evaluate(pathway, asked.chart, asking(asked.asOf))
    const now = on(asked, asked.asOf)
    if (holdsUntil === null) {
      for (const days of later) expect(on(asked, asked.asOf + days)).toEqual(now)
      return
    }
    const change = parseDate(holdsUntil)?.lo as Day
    expect(change).toBeGreaterThan(asked.asOf)
    if (change - 1 > asked.asOf) expect(on(asked, change - 1)).toEqual(now)
    expect(on(asked, change)).not.toEqual(now)
  })
})
