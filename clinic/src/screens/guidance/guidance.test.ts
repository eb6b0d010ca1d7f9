import type { Fact } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { passageOf, pathway } from '../../pathway.ts'
import { phraseOf } from '../../pieces/phrase.ts'
import { passagesBehind, restsOn, rowsOf, termsOf, usesOfNumber, usesOfPassage } from './book.ts'
import {
  alertsIn,
  chapterIds,
  chapterOf,
  checksIn,
  conflictsIn,
  isStone,
  stepsIn,
  topicOf,
  topics,
  topicsIn,
} from './chapters.ts'
import { drawingOf } from './diagram.ts'
import { isDoseOff, isNumberOff } from './dose-off.ts'
import { search } from './search.ts'
import { touchedBy } from './touches.ts'

/** A fact, and the words it may be answered with, as the record keeps them; a product is called what it is called. */
const idsIn = (fact: Fact): readonly string[] => [
  fact.id,
  ...('values' in fact ? fact.values.filter((value) => !/^[a-z]+otulinumtoxin[AB]$/.test(value)) : []),
]

describe('the book', () => {
  it('has a chapter for everything the pathway decides, lists, ranks, asks for or warns of', () => {
    expect(topics.filter((topic) => chapterOf(topic.id) === null)).toEqual([])
    for (const chapter of chapterIds) expect(topicsIn(chapter).some((topic) => !isStone(topic))).toBe(true)
    expect(chapterIds.flatMap(stepsIn)).toHaveLength(pathway.steps.length)
    expect(chapterIds.flatMap(alertsIn)).toHaveLength(pathway.alerts.length)
    expect(chapterIds.flatMap(checksIn)).toHaveLength(pathway.checks.length)
    // What is said of an effect that wears off belongs to the toxin, too.
    expect(checksIn('toxin')).toEqual(pathway.checks.filter((check) => ['session', 'symptom'].includes(check.entry.id)))
    expect(checksIn('surgery')).toEqual(pathway.checks.filter((check) => check.entry.id === 'operation'))
    expect(chapterIds.flatMap(conflictsIn)).toHaveLength(pathway.conflicts.length)
  })
  it('tells the toxin gate whole: needs, limits, exceptions, each with a reason and a source', () => {
    const rows = rowsOf(topicOf('botulinum')!)
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(['need', 'limit', 'exception']))
    for (const row of rows) expect(row.because.length, row.id).toBeGreaterThan(0)
    expect(passagesBehind(topicOf('botulinum')!).map((passage) => passage.id)).toContain('S13')
  })
  it('keeps the rules in the order in which they are tried', () => {
    const rules = rowsOf(topicOf('decompression')!).map((row) => row.id)
    const { body } = pathway.decisions.find((decision) => decision.id === 'decompression')!
    expect(body.kind).toBe('ranked')
    if (body.kind === 'ranked') expect(rules).toEqual([...body.rules.map((rule) => rule.id), body.otherwise.id])
    expect(rules.indexOf('SX-00')).toBeLessThan(rules.indexOf('SX-01'))
  })
  it('explains every name a rule uses', () => {
    const names = termsOf(topicOf('decompression')!).map((term) => term.name)
    expect(names).toContain('a signed diagnosis with every lesion ruled out and no contraindication')
  })
  it('says from a passage what rests on it', () => {
    const uses = usesOfPassage('S13')
    expect(uses.some((use) => use.kind === 'topic' && use.id === 'botulinum')).toBe(true)
    expect(uses.some((use) => use.kind === 'conflict')).toBe(true)
  })
  it('says from a number where it is used', () => {
    const used = usesOfNumber('minimumReinjectionInterval').map((use) => use.id)
    expect(used).toContain('botulinum')
    expect(usesOfNumber('preopMriValid').some((use) => use.kind === 'step')).toBe(true)
    expect(usesOfNumber('onaTwelveWeeksSecondPress').map((use) => use.label)).toEqual([
      '(total) in 84 days with this session (limit 100 U).',
    ])
    expect(usesOfNumber('onaSiteCap').map((use) => [use.kind, use.id])).toEqual([['check', 'BT-07/site-ona']])
  })
  it('reads a rule as a list, without “it is known that”, and by the names of what it asks', () => {
    const ids = new Set([
      ...pathway.decisions.map(({ id }) => id),
      ...pathway.entries.flatMap(({ fields }) => Object.values(fields)).flatMap(idsIn),
      ...pathway.facts.flatMap(idsIn),
    ])
    const asked = [
      ...topics.flatMap((topic) => rowsOf(topic).flatMap(({ when }) => (when === null ? [] : [when]))),
      ...[...pathway.steps, ...pathway.alerts, ...pathway.checks].map(({ when }) => when),
    ]
    for (const when of asked) {
      const words = JSON.stringify(phraseOf(when))
      expect(words).not.toMatch(/it is known that/)
      expect(words.split(/[^\w.-]+/).filter((word) => /[.]|[a-z][A-Z]/.test(word) && ids.has(word))).toEqual([])
    }
  })
})

describe('the drawing', () => {
  it('runs forward only and leaves nothing out', () => {
    const { boxes, arrows } = drawingOf()
    const column = new Map(boxes.map((box) => [box.id, box.column]))
    for (const { from, to } of arrows) expect(column.get(from)!, `${from} to ${to}`).toBeLessThan(column.get(to)!)
    expect(boxes.flatMap((box) => box.topics)).toHaveLength(topics.filter((topic) => !isStone(topic)).length)
  })
  it('puts no two boxes in one place', () => {
    const places = drawingOf().boxes.map((box) => `${box.column} ${box.row}`)
    expect(new Set(places).size).toBe(places.length)
  })
  it('shows that toxin rests on the rule-outs', () => {
    expect(restsOn(topicOf('botulinum')!).map((topic) => topic.id)).toContain('rule-out.tumour')
  })
})

describe('searching the book', () => {
  it('finds a passage by its name first', () => expect(search('s13')[0]).toMatchObject({ kind: 'passage', id: 'S13' }))
  it('finds words in any order', () => expect(search('relief delayed').length).toBeGreaterThan(0))
  it('finds nothing for nothing', () => expect(search('   ')).toEqual([]))
  it('never shows a dose that nobody verified', () => {
    expect(isDoseOff(passageOf('K58a')!)).toBe(true)
    expect(search('K58a').filter((hit) => hit.kind === 'passage')).toEqual([])
    for (const number of pathway.policy.filter(isNumberOff)) expect(number.unit).toBe('U')
  })
})

describe('how many people a decision touches', () => {
  const groups = [
    { stages: ['ruling-out'], gate: 'blocked', count: 1 },
    { stages: ['toxin-series', 'surgical-work-up'], gate: 'permitted', count: 2 },
    { stages: ['closed'], gate: 'blocked', count: 1 },
  ]
  it('counts the toxin gate by its answers, without those who left', () =>
    expect(touchedBy('botulinum', groups)).toMatchObject({
      total: 3,
      by: 'gate',
      parts: [
        { id: 'blocked', count: 1 },
        { id: 'permitted', count: 2 },
      ],
    }))
  it('counts a person who stands at two stages once in the total', () =>
    expect(touchedBy('decompression', groups)).toMatchObject({ total: 2 }))
  it('counts everybody for the stage', () => expect(touchedBy('stage', groups).total).toBe(4))
})
