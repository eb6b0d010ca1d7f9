import { evaluate } from '@facialis/engine'
import { killedBy, mutantsOf } from '@facialis/engine/mutants/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { describe, expect, it } from 'vitest'
import { claims } from '../../cli/prove/claims.ts'
import { contradictedClaims, generatedPeople } from '../../cli/prove/generated-people.ts'
import { settledBefore } from '../../cli/prove/settled-mutants.ts'

const people = generatedPeople()
/** Every so-many-th mistake is looked at here; all of them by "facialis prove --mutants". */
const sample = 45

describe('people made up so that a change to a rule is noticed', () => {
  it('are told what is claimed of them', () => {
    expect(contradictedClaims(people)).toEqual([])
  })

  it('are told it by whoever explains, too', () => {
    for (const { id, chart, asking, answers } of people.filter((_, i) => i % 50 === 0)) {
      const { decisions } = evaluate(hemifacialSpasm, chart, asking)
      const said = Object.keys(answers).map((decision) => [decision, decisions[decision]?.answer])
      expect({ id, answers: Object.fromEntries(said) }).toEqual({ id, answers })
    }
  })

  it('notice, with the example people, when a whole step, alert or thing on a list is left out', () => {
    const told = [...hemifacialSpasm.steps, ...hemifacialSpasm.alerts].map(({ id }) => id)
    const listed = hemifacialSpasm.collections.flatMap(({ id, items }) => items.map((item) => `${id} ${item.id}`))
    const wholes = new Set([...told, ...listed].map((id) => `${id}: dropped`))
    // A step and an alert of one name are told apart by a number.
    const made = mutantsOf(hemifacialSpasm).filter(({ id }) => wholes.has(id.replace(/ \(\d\)$/, '')))
    expect(made).toHaveLength(told.length + listed.length)
    const nobody = [...killedBy(hemifacialSpasm, made, [...claims(), ...people])].flatMap(({ mutant, by }) =>
      by === null ? [mutant] : [],
    )
    expect(nobody.map(({ id }) => id)).toEqual([])
  })

  it('notice, with the example people, each of some hundred mistakes that are not proved to be none', () => {
    const some = mutantsOf(hemifacialSpasm).filter((_, i) => i % sample === 0)
    const nobody = [...killedBy(hemifacialSpasm, some, [...claims(), ...people])].flatMap(({ mutant, by }) =>
      by === null ? [mutant] : [],
    )
    const same = new Set(settledBefore(nobody).flatMap(({ mutant, found }) => (found === 'same' ? [mutant] : [])))
    // After a rule has changed: "npx facialis prove --mutants --make --sample 45" makes people up, or proves it again.
    const left = nobody.filter((mutant) => !same.has(mutant)).map(({ id }) => id)
    expect(left).toEqual([])
  })
})
