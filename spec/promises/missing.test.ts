/** "What is missing" is a promise too: filled in the right way it must open what it was said to open. */
import { evaluate } from '@facialis/engine'
import { boldnessOf, type Chart, type Decision, emptyChart } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asking, pathway, people, ready } from './people.ts'

const decision = pathway.decisions.find((d) => d.id === 'botulinum') as Decision
const advise = (chart: Chart) =>
  evaluate(pathway, chart, asking).decisions.botulinum as { answer: string; missing: readonly string[] }

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
        const fillable = before.missing.every(
          (fact) => /^(study|mri|screen)\./.test(fact) || ready.observations.some((o) => o.fact === fact),
        )
        if (before.missing.length === 0 || !fillable) return
        // Another study, or a fact said twice, has an answer of its own that the best case does not take back.
        if (chart.entries.some((e) => e.kind === 'study' && e.id !== 'scan')) return
        const after = advise(bestCase(chart, before.missing))
        expect(boldnessOf(decision, after.answer)).toBeGreaterThan(boldnessOf(decision, before.answer))
      }),
      { numRuns: 50 },
    )
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
