import { describe, expect, it } from 'vitest'
import { nextKey } from './key-sequence.ts'

const bindings = ['g b', 'g g', '/', '?']
const press = (keys: string): readonly string[] => {
  let pending = ''
  const ran: string[] = []
  for (const key of keys) {
    const step = nextKey(pending, key, bindings)
    pending = step.pending
    if (step.ran !== null) ran.push(step.ran)
  }
  return ran
}

describe('keyboard shortcuts', () => {
  it('g then b opens the board', () => expect(press('gb')).toEqual(['g b']))
  it('g then g opens the guidance, once', () => expect(press('gg')).toEqual(['g g']))
  it('a single key works at once', () => expect(press('/')).toEqual(['/']))
  it('a mistake does not swallow the next command', () => expect(press('gx/gb')).toEqual(['/', 'g b']))
  it('a key that continues nothing may begin a new sequence', () => expect(press('g?gb')).toEqual(['?', 'g b']))
  it('other letters do nothing', () => expect(press('hello')).toEqual([]))
})
