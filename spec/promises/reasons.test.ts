import { evaluate } from '@facialis/engine'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
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
