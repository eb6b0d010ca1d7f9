import { describe, expect, it } from 'vitest'
import { pathway, screenOf } from '../../pathway.ts'
import { examinationScreen, ordered, procedure, redFlagScreen } from './procedure.ts'

describe('the bedside procedure', () => {
  it('asks every feature and every part of the examination exactly once', () => {
    const asked = Object.values(procedure).flat()
    expect(new Set(asked).size).toBe(asked.length)
    const features = pathway.facts.map((fact) => fact.id).filter((id) => id.startsWith('ph.') || id.startsWith('exam.'))
    expect(features.filter((id) => !asked.includes(id))).toEqual([])
  })
  it('asks nothing the pathway does not know', () => {
    const known = new Set(pathway.facts.map((fact) => fact.id))
    expect(
      Object.values(procedure)
        .flat()
        .filter((id) => !known.has(id)),
    ).toEqual([])
    expect(screenOf(redFlagScreen)).not.toBeNull()
    expect(screenOf(examinationScreen)).not.toBeNull()
  })
  it('brings what would settle most to the front of its step and keeps the rest in order', () => {
    const order = ordered('look', ['ph.skinThinning', 'ph.cn7Only'])
    expect(order.slice(0, 3)).toEqual(['ph.skinThinning', 'ph.cn7Only', 'ph.otherBabinski'])
    expect(order).toHaveLength(procedure.look.length)
  })
})
