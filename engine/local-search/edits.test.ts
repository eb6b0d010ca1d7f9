import {
  emptyChart,
  entry,
  exactly,
  type Fact,
  fact,
  fieldsOf,
  neutral,
  type Span,
  type Unknown,
  type Value,
} from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { onDay, redated, saying, silentOn, stating, withEntry, without } from './edits.ts'

const plain = { question: '?', adverse: neutral('made up') }
const pain = fact.choice('pain', ['no', 'yes', 'yes-settled'], {
  ...plain,
  judged: { words: ['yes-settled'], of: 'yes' },
})
const other = fact.yesNo('other', plain)

const of = fieldsOf('visit')
const { date, text, set, quantity, yesNo, choice } = of
const seen = {
  at: date('at', { ...plain, may: 'past' }),
  why: text('why', plain),
  signs: set('signs', ['red', 'warm'], plain),
  heat: quantity('heat', { unit: '°C', min: 30, max: 45 }, plain),
  by: yesNo('by', { ...plain, unrecorded: 'yes' }),
}
const found = choice('found', ['clear', 'unclear', 'cleared'], {
  ...plain,
  judged: { words: ['cleared'], of: 'unclear', needs: Object.values(seen) },
})
const visit = entry('visit', { label: 'visit', plural: 'visits' }, { ...seen, found })

const day = exactly(7)
const told = (chart: ReturnType<typeof stating>, about: Fact) =>
  chart.observations.filter((one) => one.fact === about.id)

describe('somebody made up', () => {
  it('has one statement about a fact: the last', () => {
    const twice = stating(
      stating(stating(emptyChart, other, { word: 'no' }, null), pain, { word: 'no' }, null),
      pain,
      { word: 'yes' },
      day,
    )
    expect(told(twice, pain)).toEqual([
      { fact: 'pain', value: { word: 'yes' }, date: day, provenance: { source: 'made up' } },
    ])
    expect(told(twice, other)).toHaveLength(1)
    expect(silentOn(twice, pain).observations).toEqual(told(twice, other))
    const later = redated(twice, pain, exactly(8))
    expect([told(later, pain)[0]?.date, told(later, other)[0]?.date]).toEqual([exactly(8), null])
  })

  it('says who judged and why where it is a judgement, and only there', () => {
    const signature = (value: Value | Unknown, about: Fact = pain) =>
      told(stating(emptyChart, about, value, day), about)[0]?.provenance
    expect(signature({ word: 'yes-settled' })).toEqual({ source: 'made up', by: 'Dr Demo', note: 'made up' })
    for (const value of [{ word: 'yes' }, { unknown: 'asked-unanswered' }] as const)
      expect(signature(value)).toEqual({ source: 'made up' })
    expect(signature({ word: 'yes' }, other)).toEqual({ source: 'made up' })
  })

  it('has entries that are told apart by their names, also after one was taken out', () => {
    const one = withEntry(emptyChart, visit, day)
    const two = withEntry(one.chart, visit, null)
    const names = ({ entries }: typeof emptyChart) => entries.map(({ id }) => id)
    expect(names(two.chart)).toEqual(['visit-1', 'visit-2'])
    expect(
      two.chart.entries.map((each) => [each.kind, each.date, each.withdrawn, each.supersedes, each.fields]),
    ).toEqual([
      ['visit', day, false, [], {}],
      ['visit', null, false, [], {}],
    ])
    const left = without(two.chart, 'visit-1')
    expect(names(left)).toEqual(['visit-2'])
    expect(names(withEntry(left, visit, null).chart)).toEqual(['visit-2', 'visit-1'])
    const moved: readonly (Span | null)[] = onDay(two.chart, 'visit-2', exactly(9)).entries.map((each) => each.date)
    expect(moved).toEqual([day, exactly(9)])
  })

  it('has fields said, unsaid and said otherwise, each of one entry alone', () => {
    const { chart } = withEntry(withEntry(emptyChart, visit, day).chart, visit, day)
    const said = saying(
      saying(chart, 'visit-1', seen.heat, { number: 40 }, 3),
      'visit-1',
      found,
      { word: 'unclear' },
      3,
    )
    const fields = (of: typeof chart) => of.entries.map((each) => each.fields)
    expect(fields(said)).toEqual([{ heat: { number: 40 }, found: { word: 'unclear' } }, {}])
    expect(fields(saying(said, 'visit-1', found, null, 3))).toEqual([{ heat: { number: 40 } }, {}])
  })

  it('has beside a judgement whatever that needs, and what was said of it stays', () => {
    const { chart } = withEntry(emptyChart, visit, day)
    const heat = saying(chart, 'visit-1', seen.heat, { number: 40 }, 3)
    expect(saying(heat, 'visit-1', found, { word: 'cleared' }, 3).entries[0]?.fields).toEqual({
      heat: { number: 40 },
      found: { word: 'cleared' },
      at: { date: exactly(3) },
      why: { text: 'made up' },
      signs: { words: ['red', 'warm'] },
      // Yes stands where nothing is recorded, so that would say nothing.
      by: { word: 'no' },
    })
    expect(saying(chart, 'visit-1', found, { word: 'cleared' }, 3).entries[0]?.fields.heat).toEqual({ number: 30 })
  })
})
