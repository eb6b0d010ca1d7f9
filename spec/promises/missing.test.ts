/** "What is missing" is a promise too: filled in the right way it must open what it was said to open. */
import { evaluate } from '@facialis/engine'
import {
  boldnessOf,
  type Chart,
  type Decided,
  type Decision,
  type EntryRecord,
  emptyChart,
  formatDay,
} from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asking, pathway, people, ready } from './people.ts'

const decision = pathway.decisions.find((d) => d.id === 'botulinum') as Decision
const advise = (chart: Chart) => evaluate(pathway, chart, asking).decisions.botulinum as Decided

const now = { lo: asking.asOf, hi: asking.asOf }
/** What the ready person says about a thing: the best case for every question. */
const bestCase = (chart: Chart, missing: readonly string[]): Chart => ({
  observations: [
    ...chart.observations,
    ...ready.observations.filter((o) => missing.includes(o.fact)).map((o) => ({ ...o, date: now })),
  ],
  screens: [
    ...chart.screens,
    ...ready.screens.filter((s) => missing.includes(`screen.${s.screen}`)).map((s) => ({ ...s, date: now })),
  ],
  // A study asked for now is done now: one from before a red flag would not answer it.
  entries: missing.some((fact) => /^(study|mri)\./.test(fact))
    ? [...chart.entries.filter((e) => e.kind !== 'study'), ...ready.entries.map((e) => ({ ...e, date: now }))]
    : chart.entries,
})

/** Another study, or a fact said twice, has an answer of its own that the best case does not take back. */
const canFill = (chart: Chart, missing: readonly string[]): boolean =>
  missing.length > 0 &&
  missing.every((fact) => /^(study|mri|screen)\./.test(fact) || ready.observations.some((o) => o.fact === fact)) &&
  !chart.entries.some((e) => e.kind === 'study' && e.id !== 'scan')

describe('what is missing for toxin', () => {
  it('is nothing when the gate is open', () => {
    expect(advise(ready).missing).toEqual([])
  })

  it('is everything when nothing is known: the lists, the diagnosis, the dates and a study', () => {
    const { missing } = advise(emptyChart)
    for (const fact of [
      'screen.red-flags',
      'screen.examination',
      'dx.class',
      'hfs.onset',
      'person.birthDate',
      'mri.tumour',
    ])
      expect(missing).toContain(fact)
  })

  it('filled in with the best answers makes the gate bolder, for whoever something is named', () => {
    fc.assert(
      fc.property(people, (chart) => {
        const before = advise(chart)
        if (!canFill(chart, before.missing)) return
        const after = advise(bestCase(chart, before.missing))
        expect(boldnessOf(decision, after.answer)).toBeGreaterThan(boldnessOf(decision, before.answer))
      }),
      { numRuns: 50 },
    )
  })
})

describe('each thing that holds the toxin gate', () => {
  const held = (chart: Chart) => advise(chart).because.filter((reason) => reason.shuts)

  it('is gone once what it waits for has the best answers, whatever else still holds', () => {
    fc.assert(
      fc.property(people, (chart) => {
        for (const { rule, waitsFor = [] } of held(chart)) {
          if (!canFill(chart, waitsFor)) continue
          expect(held(bestCase(chart, waitsFor)).map((reason) => reason.rule)).not.toContain(rule)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('waits for nothing where no answer takes it away: a lesion that is there, an interval that has to pass', () => {
    const study = { ...ready.entries[0], fields: { ...ready.entries[0]?.fields, 'mri.tumour': { word: 'present' } } }
    const lesion = held({ ...ready, entries: [study as Chart['entries'][number]] })
    expect(lesion.map(({ rule, waitsFor }) => [rule, waitsFor])).toEqual([['BT-02/tumour', []]])
  })

  it('says until when it stands where waiting takes it away, whatever else holds', () => {
    const session: EntryRecord = {
      id: 'last',
      kind: 'session',
      date: { lo: asking.asOf - 30, hi: asking.asOf - 30 },
      withdrawn: false,
      supersedes: [],
      fields: { 'session.product': { word: 'onabotulinumtoxinA' }, 'session.indication': { word: 'hfs' } },
      provenance: { source: 'made up' },
    }
    const reasons = held({ ...ready, entries: [session] })
    expect(reasons.length).toBeGreaterThan(1)
    const interval = asking.policy.minimumReinjectionInterval as number
    expect(reasons.filter(({ until }) => until).map(({ rule, until }) => [rule, until])).toEqual([
      ['BT-05', formatDay(asking.asOf - 30 + interval)],
    ])
  })

  it('is there whenever the gate is shut, and never when it is open', () => {
    fc.assert(
      fc.property(people, (chart) => {
        expect(held(chart).length > 0).toBe(advise(chart).answer === 'blocked')
      }),
      { numRuns: 60 },
    )
  })

  it('is one acknowledgement for all four rule-outs when only that is missing', () => {
    const study = {
      ...ready.entries[0],
      fields: { ...ready.entries[0]?.fields, 'study.acknowledged': { unknown: 'pending' } },
    }
    const waiting = held({ ...ready, entries: [study as Chart['entries'][number]] }).map(({ waitsFor }) => waitsFor)
    expect(waiting).toEqual(Array.from({ length: 4 }, () => ['study.acknowledged']))
  })
})

describe('the next question', () => {
  const asked = (chart: Chart) => evaluate(pathway, chart, asking).missing.map(({ fact }) => fact)

  it('is a new scan while no scan answers', () => {
    expect(asked({ ...ready, entries: [] })).toContain('study')
  })

  it('is never a new scan when the scan there is answers everything', () => {
    expect(asked(ready)).not.toContain('study')
  })

  it('is never a new scan when a lesion was found, which no other scan can take away', () => {
    const entries = ready.entries.map((entry) =>
      entry.kind === 'study' ? { ...entry, fields: { ...entry.fields, 'mri.tumour': { word: 'present' } } } : entry,
    )
    expect(asked({ ...ready, entries })).not.toContain('study')
  })
})
