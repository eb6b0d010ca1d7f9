import { citeId } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { conflicts } from './conflicts.ts'
import { passages } from './sources/index.ts'

const known = new Set(passages.map((passage) => passage.id))

describe('where sources disagree', () => {
  test('the eleven disagreements with the seed page are all shown', () => {
    const withSeed = conflicts.filter((conflict) => conflict.seed.length > 0).map((conflict) => conflict.id)
    expect(withSeed).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11'])
  })

  test('each has its own id', () => {
    expect(new Set(conflicts.map((conflict) => conflict.id)).size).toBe(conflicts.length)
  })

  test.each(conflicts.map((conflict) => [conflict.id, conflict] as const))(
    '%s shows both sides from passages one can open, and says which rules follow',
    (_, conflict) => {
      const cited = [...conflict.seed, ...conflict.literature].filter((cite) => cite.kind === 'passage').map(citeId)
      expect(cited.filter((id) => !known.has(id))).toEqual([])
      for (const words of [conflict.question, conflict.seedSays, conflict.literatureSays, conflict.handling])
        expect(words).toMatch(/\S[.?]$/)
      expect(conflict.rules.length).toBeGreaterThan(0)
      for (const rule of conflict.rules) expect(rule).toMatch(/^(RF|DX|RO|IM|ET|BT|OM|SX|FU|GV)-\d\d$/)
    },
  )

  test('toxin before imaging follows the seed page', () => {
    expect(conflicts.find((conflict) => conflict.id === 'P4')?.followed).toBe('seed')
  })
})
