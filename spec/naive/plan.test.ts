import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { answersOf } from '@facialis/engine'
import { type Answering, answersBy, closuresOf, moduleOf, planOf } from '@facialis/engine/plan/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples } from '@facialis/knowledge/examples/index.ts'
import type { Pathway } from '@facialis/language'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { asking, fromPlainFacts } from '../examples/forms.ts'
import * as made from '../promises/people.ts'
import { cases } from './arbitrary.ts'

const folder = mkdtempSync(join(tmpdir(), 'plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

let written = 0
/** A pathway as a module, written and imported like any other. */
async function fromModule(pathway: Pathway): Promise<Answering> {
  const path = join(folder, `answers-${written++}.mjs`)
  const kernel = pathToFileURL(join(import.meta.dirname, '../../engine/plan/kernel.ts')).href
  writeFileSync(path, moduleOf(planOf(pathway), kernel))
  const { answers } = await import(/* @vite-ignore */ pathToFileURL(path).href)
  return answers
}

const forms: readonly (readonly [string, (pathway: Pathway) => Promise<Answering>, number])[] = [
  ['as functions', async (pathway) => closuresOf(planOf(pathway)), 2000],
  ['as a module', fromModule, 400],
]

describe.each(forms)('a pathway %s says what the evaluator says', (_, form, runs) => {
  it('of every example patient', async () => {
    const fast = answersBy(hemifacialSpasm, await form(hemifacialSpasm))
    for (const example of examples) {
      const { chart, asOf } = fromPlainFacts(example)
      const expected = answersOf(hemifacialSpasm, chart, asking(asOf))
      expect([example.id, fast(chart, asking(asOf))]).toEqual([example.id, expected])
    }
  })

  it('of people made up around the pathway', async () => {
    const fast = answersBy(hemifacialSpasm, await form(hemifacialSpasm))
    fc.assert(
      fc.property(made.people, (chart) => {
        expect(fast(chart, made.asking)).toEqual(answersOf(hemifacialSpasm, chart, made.asking))
      }),
      { numRuns: 2000 },
    )
  })

  it('of any pathway and any chart', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ pathway, chart, asking: asked }) => {
        expect(answersBy(pathway, await form(pathway))(chart, asked)).toEqual(answersOf(pathway, chart, asked))
      }),
      { numRuns: runs },
    )
  })
})
