import { type Proof, plantDefect, proofOf, proofsOf, tooWide } from '@facialis/engine/prove/index.ts'
import { plantedDefects } from '@facialis/knowledge/planted-defects.ts'
import { proved } from '@facialis/knowledge/proved.ts'
import { decided, type Pathway } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { isBroken, personOf } from './broken.ts'

const broken = (pathway: Pathway): readonly string[] =>
  [...proofsOf(pathway)].filter(({ holds }) => !holds).map(({ id }) => id)

describe('what is proved of the pathway', () => {
  it('holds of every person there could be', () => {
    expect(broken(proved)).toEqual([])
  })

  it('is told not to be provable where it looks at a decision that is too wide, instead of never ending', () => {
    const { toProve } = proved
    const [imaging] = toProve.wide
    const [first] = toProve.invariants
    if (!imaging || !first) throw new Error('nothing to try it on')
    const mine = { ...first, id: 'MY-1', holds: decided(imaging, imaging.answers[0] as string) }
    const promising = { ...proved, toProve: { ...toProve, invariants: [mine] } }
    expect(tooWide(proved)).toEqual([])
    expect(tooWide(promising)).toEqual([
      expect.stringMatching(/^The promise MY-1 cannot be proved: it looks at imaging,/),
    ])
    expect(() => broken(promising)).toThrow('MY-1 cannot be proved')
  })

  it('says of what it is not: what is learnt within a run of reports', () => {
    const but = [...proofsOf(proved)].filter(({ text }) =>
      text.endsWith(', but for what is learnt within a run of reports.'),
    )
    expect(but.map(({ id }) => id)).toEqual(['unknown/decompression'])
  })

  it('covers more states than anybody could try', () => {
    const [first] = proofsOf(proved)
    expect(first?.states).toBeGreaterThan(10n ** 50n)
  })
})

describe('a fault in a rule is found, and shows in a person whose chart could lie on a table', () => {
  it.each(plantedDefects.map((defect) => [defect.says, defect] as const))('%s', (_, defect) => {
    const faulty = plantDefect(proved, defect)
    const found = proofOf(faulty, defect.breaks) as Proof
    expect(found.holds).toBe(false)
    const person = personOf(faulty, found)
    expect(isBroken(faulty, defect.breaks, person)).toBe(true)
    expect(isBroken(proved, defect.breaks, person)).toBe(false)
  })

  it('whether something was left out, turned round, or put in the wrong rank', () => {
    const kinds = new Set(plantedDefects.map(({ plant }) => plant.kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['need-forgotten', 'answers-mixed-up', 'rank-swapped']))
  })

  it('and so does a rule that never decides because what stands below it answers the same', () => {
    const plant = { kind: 'rank-swapped', rule: 'IM-09' } as const
    const faulty = plantDefect(proved, { says: '', decision: 'rule-out.tumour', plant, breaks: '' })
    const found = proofOf(faulty, 'living/rule-out.tumour') as Proof
    expect([found.holds, found.counter?.state]).toEqual([false, ['IM-09 never decides']])
    const { chart, shows } = personOf(faulty, found)
    expect(shows).toBe('IM-09 of rule-out.tumour holds, and without it the answer is the same')
    expect(chart.entries.map(({ kind, fields }) => [kind, Object.keys(fields)])).toEqual([
      ['study', expect.arrayContaining(['mri.lesionExcluded'])],
    ])
  })

  it('and a fault that cannot be planted is no fault', () => {
    const nowhere = {
      says: '',
      decision: 'botulinum',
      plant: { kind: 'need-forgotten', need: 'BT-99' },
      breaks: '',
    } as const
    expect(() => plantDefect(proved, nowhere)).toThrow('BT-99')
    const lowest = {
      ...nowhere,
      decision: 'decompression',
      plant: { kind: 'rank-swapped', rule: 'SX-02/no-mri' },
    } as const
    expect(() => plantDefect(proved, lowest)).toThrow('no rule below SX-02/no-mri')
  })
})
