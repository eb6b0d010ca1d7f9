import { describe, expect, test } from 'vitest'
import { listFiles, readText } from '../architecture/read-house.ts'

const pages = listFiles().filter((path) => path.startsWith('docs/decisions/'))

describe('decision records', () => {
  test('are numbered one after the other, each number once', () => {
    const numbers = pages.map((path) => Number(/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1])).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  })

  test.each(pages)('%s carries its number in its title', (path) => {
    const number = Number(/(\d{4})-/.exec(path)?.[1])
    expect(readText(path).split('\n')[0]).toMatch(new RegExp(`^# ${number}\\. \\S`))
  })
})
