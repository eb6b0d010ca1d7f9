import { describe, expect, it } from 'vitest'
import { noteActivity, readSessionHeader, requestOrigin, sessionEnds, watchActivity } from './presence.ts'

describe('what a page asks', () => {
  it('counts as a person’s only after somebody touched something', () => {
    noteActivity()
    expect([requestOrigin(), requestOrigin(), requestOrigin()]).toEqual(['person', 'timer', 'timer'])
    noteActivity()
    expect(requestOrigin()).toBe('person')
  })

  it('is no person’s when a script made the press up', () => {
    requestOrigin()
    const page = new EventTarget()
    const stop = watchActivity(page as unknown as Window)
    page.dispatchEvent(new Event('keydown'))
    expect(requestOrigin()).toBe('timer')
    stop()
  })

  it('is told how long the session goes on, and that there is none', () => {
    readSessionHeader('idle=60, over=3600', 1000)
    expect(sessionEnds()).toEqual({ idle: 61_000, over: 3_601_000 })
    readSessionHeader(null)
    expect(sessionEnds()).toBeNull()
  })
})
