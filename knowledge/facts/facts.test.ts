import type { Fact } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { entries, findings, study } from '../entries/index.ts'
import { atChairList, examinationScreen, facts, redFlagFacts, redFlagScreen, screens } from './index.ts'

const everyFact: readonly Fact[] = [...facts, ...entries.flatMap((e) => Object.values(e.fields))]
const adverseTo = (fact: Fact, gate: string): readonly string[] =>
  'neutral' in fact.adverse ? [] : (fact.adverse[gate] ?? [])

describe('every question on the chart', () => {
  test('has an id of its own', () => {
    const ids = everyFact.map((f) => f.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  test('says which of its answers speak against which gate, or why none does', () => {
    for (const f of everyFact) {
      if ('neutral' in f.adverse) expect(f.adverse.neutral, f.id).not.toBe('')
      else {
        expect(Object.keys(f.adverse).length, f.id).toBeGreaterThan(0)
        for (const gate of Object.keys(f.adverse)) expect(['botulinum', 'decompression'], f.id).toContain(gate)
      }
    }
  })

  test('lists as adverse only answers it can have', () => {
    for (const f of everyFact)
      for (const gate of ['botulinum', 'decompression'])
        for (const value of adverseTo(f, gate)) expect('values' in f ? f.values : [], f.id).toContain(value)
  })

  test('is asked in words that end in a question mark and has a label of its own', () => {
    for (const f of everyFact) {
      expect(f.question, f.id).toMatch(/\?$/)
      expect(f.label, f.id).toMatch(/[a-z]/)
    }
    const labels = everyFact.filter((f) => f.scope === 'patient').map((f) => f.label)
    expect(labels.filter((l, i) => labels.indexOf(l) !== i)).toEqual([])
  })
})

describe('what must never be quietly reassuring', () => {
  test('every red flag shuts both gates', () => {
    for (const f of redFlagFacts) {
      expect(adverseTo(f, 'botulinum'), f.id).toEqual(['yes'])
      expect(adverseTo(f, 'decompression'), f.id).toEqual(['yes'])
    }
  })

  test('every finding of a scan shuts both gates until it is judged unrelated', () => {
    for (const f of findings) {
      expect(f.values).toEqual(['absent', 'present', 'present-unrelated', 'present-possible', 'present-causal'])
      expect(adverseTo(f, 'botulinum'), f.id).toEqual(['present', 'present-possible', 'present-causal'])
      expect(adverseTo(f, 'decompression'), f.id).toEqual(['present', 'present-possible', 'present-causal'])
    }
  })

  test('a study of limited quality speaks against both gates', () => {
    for (const f of [study.fields.quality, study.fields.posteriorFossaQuality])
      expect(adverseTo(f, 'botulinum')).toEqual(['limited', 'non-diagnostic'])
  })

  test('a normal report somebody attests to answers every finding, is acknowledged by it, and says nothing else', () => {
    expect(study.fills.map((f) => [f.field.id, f.is, f.with])).toEqual([
      ['study.normalStatement', 'yes', 'absent'],
      ['study.normalStatement', 'yes', 'yes'],
    ])
    expect(study.fills[0]?.fills).toEqual(findings)
    expect(study.fills[1]?.fills).toEqual([study.fields.acknowledged])
  })
})

describe('screens', () => {
  test('the red-flag screen asks about every red flag', () => {
    expect(redFlagScreen.facts).toEqual(redFlagFacts)
  })

  test('no screen can answer a question whose "no" is the worrying answer', () => {
    for (const s of screens)
      for (const f of s.facts)
        for (const gate of ['botulinum', 'decompression']) expect(adverseTo(f, gate), f.id).not.toContain('no')
  })

  test('the at-chair list holds exactly the questions asked on the day, and they are on no other screen', () => {
    expect(facts.filter((f) => f.askedAt === 'session')).toEqual(atChairList)
    expect(examinationScreen.facts.filter((f) => f.askedAt === 'session')).toEqual([])
  })
})
