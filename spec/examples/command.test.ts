import { facialisProcess } from '@facialis/cli/test/as-a-process.ts'
import { facialis } from '@facialis/cli/test/in-this-process.ts'
import { evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import { formatDay } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { asking, bundleOf, fromPlainFacts, throughABundle } from './forms.ts'

/** What `facialis assess - --json` says of a text. */
async function assess(input: unknown, asOf: string, by = facialis): Promise<string> {
  const { code, out, err } = await by(['assess', '-', '--json', '--as-of', asOf], JSON.stringify(input))
  expect([code, err]).toEqual([0, ''])
  return out
}

const text = (advice: unknown): string => `${JSON.stringify(advice, null, 2)}\n`

/** Every example goes through the same functions beside this. */
const some = ['tricky-1-treated-abroad', 'tricky-3-exception', 'tricky-5-judged-unrelated', 'tricky-11-child']

describe('facialis assess gives the advice of the engine', () => {
  test.each(examples.filter(({ id }) => some.includes(id)).map((e) => [e.id, e] as const))(
    '%s, from plain facts and from a bundle',
    async (_, example) => {
      const asked = fromPlainFacts(example)
      const day = formatDay(asked.asOf)
      const advice = evaluate(hemifacialSpasm, asked.chart, asking(asked.asOf))
      expect(await assess(plainFactsOf(example), day)).toBe(text(advice))
      const again = throughABundle(asked)
      const { read, ...said } = JSON.parse(await assess(bundleOf(asked), day))
      expect(text(said)).toBe(text(evaluate(hemifacialSpasm, again.chart, asking(again.asOf))))
      expect(read.understood).toBeGreaterThan(0)
    },
  )

  test('as a process of its own as in any other', async () => {
    const [example] = examples
    if (!example) throw new Error('There is no example')
    const day = formatDay(fromPlainFacts(example).asOf)
    const facts = plainFactsOf(example)
    expect(await assess(facts, day, facialisProcess)).toBe(await assess(facts, day))
  })
})
