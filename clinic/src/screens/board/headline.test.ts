import { describe, expect, it } from 'vitest'
import { words } from './words.ts'

describe('the sentence above the board', () => {
  it.each([
    [0, 'Nobody needs you today.'],
    [1, 'Nobody on the list needs you today; one request waits for an answer.'],
    [3, 'Nobody on the list needs you today; 3 requests wait for an answer.'],
  ])('with %i new requests, and nobody else to see to', (requests, said) =>
    expect(words.nobodyNeedsYou(requests)).toBe(said),
  )
})
