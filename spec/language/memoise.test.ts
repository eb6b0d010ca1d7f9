import { mutantsOf } from '@facialis/engine/mutants/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { type Condition, memoise } from '@facialis/language'
import { describe, expect, it } from 'vitest'

describe('what is said once about something', () => {
  it('is the very same part when it is said again, and another part about something else', () => {
    const about = memoise((..._of: readonly string[]): Condition => ({ kind: 'any', of: [] }))
    expect(about('mouse')).toBe(about('mouse'))
    expect(about('mouse', 'cat')).toBe(about('mouse', 'cat'))
    const different = [about('mouse'), about('cat'), about('mouse', 'cat'), about()]
    expect(new Set(different).size).toBe(4)
  })

  it('is said again even when it comes to nothing', () => {
    let asked = 0
    const nothing = memoise((_of: string) => {
      asked++
      return undefined
    })
    nothing('mouse')
    nothing('mouse')
    expect(asked).toBe(1)
  })

  it('is one mistake, wherever it is asked: of a red flag', () => {
    const places = (word: string): readonly string[] =>
      mutantsOf(hemifacialSpasm)
        .filter(({ was, id }) => was === word && id.includes('dropped'))
        .map(({ id }) => id)
    expect(places('a history of cancer is yes')).toHaveLength(1)
  })
})
