import { describe, expect, test } from 'vitest'
import { said } from './said-on.ts'
import { and, evaluated, goodMri, type Story, session, triagedStory } from './stories.ts'

export type Row = readonly [why: string, story: Story, step: string, on: string, expected: string]
export const none = 'not called for'

export const fact = (id: string, value: string | number, on?: string): Story => ({
  said: [on === undefined ? [id, value] : [id, value, on]],
})
export const entry = (
  kind: string,
  on: string,
  fields: Record<string, string | number | readonly string[]>,
): Story => ({
  entries: [[kind, on, fields]],
})
export const visit = (kind: string, on: string, more = {}): Story => entry('visit', on, { 'visit.kind': kind, ...more })
export const symptom = (kind: string, on: string, more = {}): Story =>
  entry('symptom', on, { 'symptom.kind': kind, ...more })
export const spasm = (status: string, on: string): Story => entry('spasm-report', on, { 'spasm.status': status })
export const study = (on: string, fields: Record<string, string | readonly string[]>): Story =>
  entry('study', on, { ...goodMri[2], ...fields } as Record<string, string>)
export const without = (names: readonly string[]): Story =>
  entry(
    'study',
    '2026-09-20',
    Object.fromEntries(Object.entries(goodMri[2]).filter(([name]) => !names.includes(name))) as Record<string, string>,
  )
export const described: Story = and(triagedStory, {
  said: [
    ['ph.unilateral', 'yes'],
    ['ph.cn7Only', 'yes'],
    ['ph.onsetOrbicularisOculi', 'yes'],
    ['ph.downwardSpread', 'yes'],
  ],
})
export const flag = (id: string, on: string): Story => and(evaluated, fact(id, 'yes', on))
export const dose = (relief: number, on: string): Story => session(on, { 'session.relief': relief })

export const table = (name: string, rows: readonly Row[]) =>
  describe(name, () => {
    test.each(rows)('%s', (_why, story, step, on, expected) => {
      expect(said(story, step, on)).toBe(expected)
    })
  })
