import { planOf } from '@facialis/engine'
import { dependenciesOf } from '@facialis/engine/symbolic/symbolic-plan.ts'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'

const plan = planOf(pathway)
const ids = plan.decisions.map(({ decision }) => decision.id)

/** The decisions a decision rests on, itself among them, by name. */
function underneath(id: string): readonly string[] {
  const { decisions } = dependenciesOf(plan, [], [ids.indexOf(id)])
  return [...decisions].map((index) => ids[index] as string)
}

describe('what a decision depends on', () => {
  it('is itself and every decision it uses', () => {
    expect(underneath('certainty')).toEqual(['certainty'])
    expect(underneath('botulinum')).toEqual(
      expect.arrayContaining(['botulinum', 'rule-out.tumour', 'reads.demyelination']),
    )
    expect(underneath('botulinum')).not.toContain('stage')
  })

  it('includes what those decisions depend on', () => {
    for (const id of ids) {
      const all = underneath(id)
      expect(all).toContain(id)
      for (const other of all) expect(all).toEqual(expect.arrayContaining([...underneath(other)]))
    }
  })
})
