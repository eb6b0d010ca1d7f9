/** What the browser test loads into a page: the same engine and the same pathway, asked for every example. */
import { evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import { asking, fromPlainFacts } from './forms.ts'

/** The advice for every example as text, by id. */
export const everyAdvice = (): Record<string, string> =>
  Object.fromEntries(
    examples.map((example) => {
      const { chart, asOf } = fromPlainFacts(example)
      return [example.id, JSON.stringify(evaluate(hemifacialSpasm, chart, asking(asOf)))]
    }),
  )
