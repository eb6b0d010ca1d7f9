import { describe, expect, it } from 'vitest'
import { forgetIn, keepIn, keptIn, type TabHistory } from './kept-in-tab.ts'

/** The entry of a history as a browser has it: what is kept is a copy, and a copy comes back. */
const entryWith = (state: unknown): TabHistory => {
  let kept = structuredClone(state)
  return {
    get state() {
      return structuredClone(kept)
    },
    replaceState: (next: unknown) => {
      kept = structuredClone(next)
    },
  }
}
const minute = 60_000
const typed = { name: 'Demo Una Typed', phone: '555-0142' }

describe('what somebody without an account types', () => {
  it('is there when the page is loaded anew, beside what the router keeps', () => {
    const tab = entryWith({ key: 'abc', idx: 3 })
    expect(keepIn(tab, typed, 0)).toBe(true)
    expect(keptIn(tab, 59 * minute)).toEqual(typed)
    expect(tab.state).toMatchObject({ key: 'abc', idx: 3 })
  })

  it('is gone an hour after the last word, and when the clock was set back', () => {
    for (const later of [60 * minute, -1]) {
      const tab = entryWith({ idx: 3 })
      keepIn(tab, typed, 0)
      expect(keptIn(tab, later)).toBeNull()
      expect(tab.state).toEqual({ idx: 3 })
    }
  })

  it('is gone once it was sent or thrown away, and nobody else’s is found', () => {
    const tab = entryWith(null)
    expect(keptIn(tab, 0)).toBeNull()
    keepIn(tab, typed, 0)
    forgetIn(tab)
    expect(JSON.stringify(tab.state)).not.toContain('Una')
    expect(keptIn(tab, 0)).toBeNull()
  })

  it('is said not to be kept where the browser takes no more', () => {
    const tab: TabHistory = {
      state: null,
      replaceState: () => {
        throw new DOMException('too often', 'SecurityError')
      },
    }
    expect(keepIn(tab, typed, 0)).toBe(false)
  })
})
