import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { evaluate } from '@facialis/engine'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import { formatDay } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import { asking, bundleOf, fromPlainFacts, throughABundle } from './forms.ts'

const root = join(import.meta.dirname, '..', '..')

/** Runs `facialis assess - --json` on a text. */
const assess = (input: unknown, asOf: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(root, 'cli', 'command.mjs'), 'assess', '-', '--json', '--as-of', asOf],
      {
        cwd: root,
        env: { ...process.env, TZ: 'UTC' },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    )
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`exit ${code}: ${err}`))))
    child.stdin.end(JSON.stringify(input))
  })

const text = (advice: unknown): string => `${JSON.stringify(advice, null, 2)}\n`

/** The process itself, which takes a second each; every example goes through the same functions beside this. */
const some = ['tricky-1-treated-abroad', 'tricky-3-exception', 'tricky-5-judged-unrelated', 'tricky-11-child']

describe('facialis assess gives the advice of the engine', () => {
  test.concurrent.each(examples.filter(({ id }) => some.includes(id)).map((e) => [e.id, e] as const))(
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
})
