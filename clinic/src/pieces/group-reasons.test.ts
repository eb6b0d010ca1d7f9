import type { Chart } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { assess, pathway } from '../pathway.ts'
import { groupReasons } from './group-reasons.ts'

const today = '2026-11-23'
const policy = Object.fromEntries(pathway.policy.map((number) => [number.id, number.default]))
const nothing: Chart = { observations: [], screens: [], entries: [] }

describe('why toxin is blocked', () => {
  const live = assess({ chart: nothing, today, policy, act: { kind: 'visit', date: today, facts: {} } })
  if (!live.ok) throw new Error(live.problem.sentence)
  const because = live.advice.decisions.botulinum?.because ?? []
  const told = groupReasons(because)

  it('names everything that is not ruled out in one sentence', () => {
    expect(told.map(({ text }) => text)).toContain(
      'Not ruled out: tumour, vascular malformation, demyelination, other lesion.',
    )
    expect(told.filter(({ text }) => /ruled out/.test(text))).toHaveLength(1)
  })

  it('leaves no reason out, and tells none twice', () => {
    const rules = told.flatMap(({ reasons }) => reasons.map(({ rule }) => rule))
    expect(rules.toSorted()).toEqual(because.map(({ rule }) => rule).toSorted())
  })

  it('says a single one in its own words', () => {
    const [tumour] = because.filter(({ rule }) => rule === 'BT-02/tumour')
    expect(tumour && groupReasons([tumour])).toEqual([{ text: tumour?.text, reasons: [tumour] }])
  })
})
