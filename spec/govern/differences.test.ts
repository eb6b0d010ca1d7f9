import { differencesOf } from '@facialis/engine/govern/differences.ts'
import { digester } from '@facialis/engine/govern/digester.ts'
import { always, asOf, not, ownJudgement } from '@facialis/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const between = (was: object, is: object) =>
  differencesOf(
    was,
    is,
    digester((text) => text),
  )

describe('where two readings of a thing differ', () => {
  it.each<readonly [string, unknown, string]>([
    ['a condition is read aloud', not(always), 'not (always)'],
    ['a number', { kind: 'number', value: 3 }, '3'],
    ['a date', asOf, 'the day asked for'],
    ['nothing is called so', null, 'nothing'],
    ['nothing in a list', [], 'nothing'],
    ['several things have commas between', ['left', 3, true], 'left, 3, true'],
    ['a judgement of our own says so', ownJudgement('it is safer'), 'own judgement (it is safer)'],
    ['what has a name is called by it', { kind: 'fact', id: 'age', unit: 'years' }, 'fact age'],
    ['a name alone, of no kind that is named, is one thing more that is said', { id: 'age' }, 'id: age'],
    ['a kind nobody mentions by name is said in full', { kind: 'limit', id: 'BT-02' }, 'id: BT-02'],
    ['anything else part by part', { kind: 'window', opens: 3, due: [] }, 'due: nothing; opens: 3'],
  ])('in words: %s', (_what, thing, words) => {
    expect(between({ it: thing }, {})).toEqual([{ where: 'it', was: words, is: null }])
    expect(between({}, { it: thing })).toEqual([{ where: 'it', was: null, is: words }])
  })

  it('of a list, each thing is told as often as it came or went, and of one for another that it was replaced', () => {
    const list = fc.array(fc.constantFrom('red', 'green', 'blue'), { maxLength: 5 })
    fc.assert(
      fc.property(list, list, (was, is) => {
        const more = (all: readonly string[], others: readonly string[]): readonly string[] =>
          ['blue', 'green', 'red'].flatMap((word) => {
            const times = (of: readonly string[]): number => of.filter((one) => one === word).length
            return Array.from({ length: Math.max(0, times(all) - times(others)) }, () => word)
          })
        const [gone, come] = [more(was, is), more(is, was)]
        const all = (of: readonly string[]): string => (of.length === 0 ? 'nothing' : of.join(', '))
        const expected =
          was.join() === is.join()
            ? []
            : gone.length + come.length === 0
              ? [[all(was), all(is)]]
              : gone.length === 1 && come.length === 1
                ? [[gone[0], come[0]]]
                : [...gone.map((one) => [one, null]), ...come.map((one) => [null, one])]
        const told = between({ colours: was }, { colours: is }).map((one) => [one.was, one.is])
        expect(told.map(String).sort()).toEqual(expected.map(String).sort())
      }),
    )
  })
})
