import { afterEach, describe, expect, it } from 'vitest'
import { groupingByPerson, peopleIn } from './group-by-person.ts'

const lines = Array.from({ length: 900 }, (_, i) => ({
  key: `Patient/demo-${i % 70}`,
  line: { text: `{"resourceType":"Observation","note":"ä ${i}"}`, file: i % 3, number: i },
}))

describe('lines of many people in any order', () => {
  const opened: ReturnType<typeof groupingByPerson>[] = []
  afterEach(() => {
    for (const one of opened.splice(0)) one.end()
  })
  const gathered = (mostText: number) => {
    const people = groupingByPerson({ mostText })
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

  it.each([1_000_000, 2_000])(
    'are one person’s with those of a record that was merged, kept in %i signs',
    (mostText) => {
      const people = groupingByPerson({ mostText })
      opened.push(people)
      people.merge({ merged: 'Patient/demo-1', inUse: 'Patient/demo-2' })
      for (const { key, line } of lines) people.add(key, line)
      people.merge({ merged: 'Patient/demo-2', inUse: 'Patient/demo-3' })
      people.merge({ merged: 'Patient/demo-8', inUse: 'Patient/demo-9' })
      people.merge({ merged: 'Patient/demo-9', inUse: 'Patient/demo-8' })
      const found = new Map([...people.parts()].flatMap((part) => [...peopleIn(part)]))
      expect(found.size).toBe(68)
      const theirs = lines.filter(({ key }) => ['1', '2', '3'].some((one) => key === `Patient/demo-${one}`))
      const numbers = (all: readonly { number: number }[]) => all.map(({ number }) => number).sort((a, b) => a - b)
      expect(numbers(found.get('Patient/demo-3') ?? [])).toEqual(theirs.map(({ line }) => line.number))
      expect([found.has('Patient/demo-8'), found.has('Patient/demo-9')]).toEqual([true, true])
    },
  )

  it('come back the same when most of them did not fit in memory', () => {
    expect(new Map(gathered(2_000))).toEqual(new Map(gathered(1_000_000)))
  })
})
