import { evaluate, killedBy, mutantsOf } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { claims } from '../../cli/claims.ts'
import { madeUpPeople, notSo } from '../../cli/made-up-people.ts'

const people = madeUpPeople()
/** Every so-many-th mistake is looked at here; all of them by "facialis prove --mutants". */
const sample = 45
const leastNoticed = 0.82

describe('people made up so that a change to a rule is noticed', () => {
  it('are told what is claimed of them', () => {
    expect(notSo(people)).toEqual([])
  })

  it('are told it by whoever explains, too', () => {
    for (const { id, chart, asking, answers } of people.filter((_, i) => i % 50 === 0)) {
      const { decisions } = evaluate(hemifacialSpasm, chart, asking)
      const said = Object.keys(answers).map((decision) => [decision, decisions[decision]?.answer])
      expect({ id, answers: Object.fromEntries(said) }).toEqual({ id, answers })
    }
  })

  it('notice, with the example people, most of some hundred mistakes', () => {
    const some = mutantsOf(hemifacialSpasm).filter((_, i) => i % sample === 0)
    const unnoticed = [...killedBy(hemifacialSpasm, some, [...claims(), ...people])].filter(({ by }) => by === null)
    // What else is left is mostly no mistake: it says the same of everybody. A share that falls is a change nobody looked at.
    expect(1 - unnoticed.length / some.length).toBeGreaterThan(leastNoticed)
  })
})
