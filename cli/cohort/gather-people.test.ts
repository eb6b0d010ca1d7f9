import { afterEach, describe, expect, it } from 'vitest'
import { gatheringPeople, peopleIn } from './gather-people.ts'

const lines = Array.from({ length: 900 }, (_, i) => ({
  key: `Patient/demo-${i % 70}`,
  line: { text: `{"resourceType":"Observation","note":"ä ${i}"}`, file: i % 3, number: i },
}))

describe('lines of many people in any order', () => {
  const opened: ReturnType<typeof gatheringPeople>[] = []
  afterEach(() => {
    for (const one of opened.splice(0)) one.end()
  })
  const gathered = (mostText: number) => {
    const people = gatheringPeople({ mostText })
    opened.push(people)
    for (const { key, line } of lines) people.add(key, line)
    return [...people.parts()].flatMap((part) => [...peopleIn(part)])
  }

  it('come back person by person, each line once and in the order in which it came', () => {
    const people = new Map(gathered(1_000_000))
    expect(people.size).toBe(70)
    for (const [key, theirs] of people)
      expect(theirs).toEqual(lines.filter((one) => one.key === key).map(({ line }) => line))
  })

  it('come back the same when most of them did not fit in memory', () => {
    expect(new Map(gathered(2_000))).toEqual(new Map(gathered(1_000_000)))
  })
})
