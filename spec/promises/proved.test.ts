import { planted, proofsOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import type { Pathway } from '@facialis/language'
import { describe, expect, it } from 'vitest'

const broken = (pathway: Pathway): readonly string[] =>
  [...proofsOf(pathway)].filter(({ holds }) => !holds).map(({ id }) => id)

describe('what is proved of the pathway', () => {
  it('holds of every person there could be', () => {
    expect(broken(hemifacialSpasm)).toEqual([])
  })

  it('covers more states than anybody could try', () => {
    const [first] = proofsOf(hemifacialSpasm)
    expect(first?.states).toBeGreaterThan(10n ** 50n)
  })
})

describe('a fault in a rule is found', () => {
  it.each(plantedDefects.map((defect) => [defect.says, defect] as const))('%s', (_, defect) => {
    const found = proofsOf(planted(hemifacialSpasm, defect)).find(({ id }) => id === defect.breaks)
    expect(found?.holds).toBe(false)
    expect(found?.counter?.state.length).toBeGreaterThan(0)
  })

  it('and a fault that cannot be planted is no fault', () => {
    const nowhere = {
      says: '',
      decision: 'botulinum',
      plant: { kind: 'need-forgotten', need: 'BT-99' },
      breaks: '',
    } as const
    expect(() => planted(hemifacialSpasm, nowhere)).toThrow('BT-99')
  })
})
