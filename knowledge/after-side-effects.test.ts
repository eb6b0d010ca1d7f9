import { describe, expect, it } from 'vitest'
import { afterSideEffects, besidePoint } from './after-side-effects.ts'
import { sideEffects } from './entries/index.ts'
import { passages } from './sources/index.ts'

describe('side effects of the last session stand beside the points they concern', () => {
  it('in words without a number', () => {
    expect(besidePoint(['ptosis'], 'ooc.pretarsal').join()).toMatch(/medial upper lid/)
    expect(afterSideEffects.map(({ text }) => text).join()).not.toMatch(/\d/)
  })
  it('and at no others', () => {
    expect(besidePoint(['ptosis'], 'mentalis')).toEqual([])
    expect(besidePoint(['lower-face-droop'], 'ooc.pretarsal')).toEqual([])
  })
  it('all of those there are, but a bruise and what was told in words', () => {
    const silent = sideEffects.filter((one) => !afterSideEffects.some(({ sideEffect }) => sideEffect === one))
    expect(silent).toEqual(['none', 'bruise', 'other'])
  })
  it('each with a passage of the pathway, or the reason why there is none', () => {
    for (const { because, sideEffect } of afterSideEffects)
      for (const cite of because)
        if (cite.kind === 'passage') expect(passages, sideEffect).toContain(cite)
        else expect(cite.reason, sideEffect).not.toBe('')
  })
})
