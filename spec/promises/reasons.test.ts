import { evaluate, obstacleOf, outrankedIn, wordingBy } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { named } from '@facialis/knowledge/spoken.ts'
import type { Decided } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { asking, fromPlainFacts } from '../examples/forms.ts'

const ranked = pathway.decisions.flatMap(({ id, body, scope, inner }) =>
  body.kind === 'ranked' && scope === 'patient' && !inner ? [{ id, body }] : [],
)

describe('the reason given for an answer is a reason for it', () => {
  test.each(examples.map((example) => [example.id, example] as const))('%s', (_, example) => {
    const { chart, asOf } = fromPlainFacts(example)
    const { decisions } = evaluate(pathway, chart, asking(asOf))
    for (const { id, body } of ranked) {
      const { answer, because } = decisions[id] as Decided
      expect(because.length, id).toBeGreaterThan(0)
      for (const { rule, open, text } of because) {
        const said = [...body.rules, body.otherwise].find((one) => one.id === rule)?.answer
        // A rule that holds speaks for its own answer; one nobody can tell says so and speaks for none.
        if (open) expect(text).toMatch(/^Not known whether: /)
        else expect(said, `${id} is ${answer}, and ${rule} is given as the reason`).toBe(answer)
      }
    }
  })
})

const { wordsOf } = wordingBy(named)
const ids = pathway.decisions.map(({ id }) => id).filter((id) => id.includes('.'))

describe('what stands in the way of another answer is told as what it asks, by names', () => {
  test('of every example person', () => {
    let [told, outranked] = [0, 0]
    for (const example of examples) {
      const { chart, asOf } = fromPlainFacts(example)
      const { decisions } = evaluate(pathway, chart, asking(asOf))
      for (const decision of pathway.decisions.filter(({ inner }) => !inner))
        for (const reason of Object.values((decisions[decision.id] as Decided).whyNot)) {
          const way = obstacleOf(decision, reason)
          if (way === null) {
            expect(reason, `${example.id}, ${decision.id}`).not.toMatch(/^not (so|known): /)
            const other = outrankedIn(reason)
            if (other !== null) outranked += 1
            expect(other?.text ?? reason).not.toMatch(/^[A-Z]+-\d+\S* (decides|comes first): /)
            continue
          }
          told += 1
          if (way.asks === null) throw new Error(`${example.id}, ${decision.id}: ${reason}`)
          const words = wordsOf(way.asks)
          expect(
            ids.filter((id) => words.includes(id)),
            words,
          ).toEqual([])
          expect(words).not.toMatch(/\(1 (times|days|years|units|points)\)/)
        }
    }
    expect(outranked).toBeGreaterThan(0)
    expect(told).toBeGreaterThan(examples.length)
  })
})
