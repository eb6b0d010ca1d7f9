import { describe, expect, it } from 'vitest'
import { keptPage, type Tab } from './kept-in-tab.ts'

type Entry = { pathname: string; state: unknown }

/** A tab as a browser has it: what is kept in an entry is a copy, and a copy comes back. */
function tabAt(...entries: readonly Entry[]) {
  const kept = structuredClone(entries) as [Entry, ...Entry[]]
  let at = 0
  const now = (): Entry => kept[at] ?? kept[0]
  const tab: Tab = {
    history: {
      get state() {
        return structuredClone(now().state)
      },
      replaceState: (next: unknown) => {
        now().state = structuredClone(next)
      },
    },
    location: {
      get pathname() {
        return now().pathname
      },
    },
  }
  return {
    ...tab,
    goTo: (entry: number) => {
      at = entry
    },
    stateAt: (entry: number) => kept[entry]?.state,
  }
}
const here = { pathname: '/front-door/refer', state: { key: 'abc', idx: 3 } }
const minute = 60_000
const typed = { name: 'Demo Una Typed', phone: '555-0142' }

describe('what somebody without an account types', () => {
  it('is there when the page is loaded anew, beside what the router keeps', () => {
    const tab = tabAt(here)
    expect(keptPage(tab).keep(typed, 0)).toBe(true)
    expect(keptPage(tab).found(59 * minute)).toEqual(typed)
    expect(tab.history.state).toMatchObject({ key: 'abc', idx: 3 })
  })

  it('is gone an hour after the last word, and when the clock was set back', () => {
    for (const later of [60 * minute, -1]) {
      const tab = tabAt(here)
      keptPage(tab).keep(typed, 0)
      expect(keptPage(tab).found(later)).toBeNull()
      expect(tab.history.state).toEqual(here.state)
    }
  })

  it('is gone once it was sent or thrown away, and nobody else’s is found', () => {
    const tab = tabAt({ ...here, state: null })
    const page = keptPage(tab)
    expect(page.found(0)).toBeNull()
    page.keep(typed, 0)
    page.forget()
    expect(JSON.stringify(tab.history.state)).not.toContain('Una')
    expect(page.found(0)).toBeNull()
  })

  it('gets into no other page to which the tab went before the last word was kept, and takes nothing away there', () => {
    const tab = tabAt(here, { pathname: '/front-door', state: { typed: { content: 'of another page', at: 0 } } })
    const page = keptPage(tab)
    page.keep({ name: 'Demo Una' }, 0)
    tab.goTo(1)
    expect(page.keep(typed, 1)).toBe(false)
    page.forget()
    expect(tab.stateAt(1)).toEqual({ typed: { content: 'of another page', at: 0 } })
    tab.goTo(0)
    expect(keptPage(tab).found(2)).toEqual({ name: 'Demo Una' })
  })

  it('is said not to be kept where the browser takes no more', () => {
    const refusing: Tab = {
      ...tabAt(here),
      history: {
        state: null,
        replaceState: () => {
          throw new DOMException('too often', 'SecurityError')
        },
      },
    }
    expect(keptPage(refusing).keep(typed, 0)).toBe(false)
  })
})
