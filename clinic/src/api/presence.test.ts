import { describe, expect, it } from 'vitest'
import { askedBy, hearSession, notice, sessionEnds, touch } from './presence.ts'

describe('what a page asks', () => {
  it('counts as a person’s only after somebody touched something', () => {
    touch()
    expect([askedBy(), askedBy(), askedBy()]).toEqual(['person', 'timer', 'timer'])
    touch()
    expect(askedBy()).toBe('person')
  })

  it('is no person’s when a script made the press up', () => {
    askedBy()
    const page = new EventTarget()
    const stop = notice(page as unknown as Window)
    page.dispatchEvent(new Event('keydown'))
    expect(askedBy()).toBe('timer')
    stop()
  })

  it('is told how long the session goes on, and that there is none', () => {
    hearSession('idle=60, over=3600', 1000)
    expect(sessionEnds()).toEqual({ idle: 61_000, over: 3_601_000 })
    hearSession(null)
    expect(sessionEnds()).toBeNull()
  })
})
