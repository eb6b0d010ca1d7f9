import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type PlanEvaluator, planOf } from '@facialis/engine'
import { moduleOf } from '@facialis/engine/codegen/module.ts'
import type { Pathway } from '@facialis/language'

/** A pathway's decisions as the module that is written when the product is built, written to a folder of the moment. */
export async function writtenModule(pathway: Pathway): Promise<PlanEvaluator> {
  const folder = mkdtempSync(join(tmpdir(), 'written-'))
  try {
    const path = join(folder, 'answers.mjs')
    const kernel = pathToFileURL(join(import.meta.dirname, '../engine/plan/kernel.ts')).href
    writeFileSync(path, moduleOf(planOf(pathway), kernel))
    const { answers } = await import(/* @vite-ignore */ pathToFileURL(path).href)
    return answers
  } finally {
    rmSync(folder, { recursive: true })
  }
}
