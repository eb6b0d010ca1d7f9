import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resolve } from '@facialis/engine'
import { createWorld } from '@facialis/engine/world/create-world.ts'
import { hemifacialSpasm as pathway } from '@facialis/knowledge'
import { flags } from '@facialis/knowledge/decisions/rule-outs.ts'
import type { Asking, Chart } from '@facialis/language'
import { elmOf } from '../../cli/elm/elm.ts'
import { type Results, type RunningOverBundles, runningOverBundles } from '../../spec/publish/cql/running.ts'
import type { People } from '../people.ts'

/** The library written by hand that the product is measured against. */
export const referenceText = readFileSync(join(import.meta.dirname, '../reference.cql'), 'utf8')
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What it decides of what the pathway decides. */
export const referenceDecisions = [
  'phenotype',
  'certainty',
  'rule-out.tumour',
  'rule-out.vascular-malformation',
  'rule-out.demyelination',
  'rule-out.other-lesion',
  'cause',
  'imaging',
  'botulinum',
  'botulinum.session',
  'response.toxin',
  'response.surgery',
  'decompression',
  'stage',
] as const
/** And whether any red flag is open. */
const flagOpen = 'Red Flag Open'

/** It, translated, in `cql-execution`. */
export async function runningReference(text = referenceText): Promise<RunningOverBundles> {
  const library = { name: 'HemifacialSpasmReference', version: '1.0.0', text }
  const [elm] = await elmOf([library])
  if (!elm) throw new Error('The reference library was not translated.')
  return runningOverBundles([{ ...library, ...elm }], library.name)
}

const truths = { yes: true, no: false, unknown: null } as const

/** What differs from the engine about one person, in words. */
export function differencesFrom(results: Results, chart: Chart, asking: Asking, answers: People['byModule']) {
  const said = answers(chart, asking)
  const isOpen = truths[createWorld(resolve(pathway, chart, asking)).truth(flags.openRedFlag, null)]
  const expected: Results = {
    [flagOpen]: isOpen,
    ...Object.fromEntries(referenceDecisions.map((id) => [id, said[id]])),
  }
  return Object.entries(expected).flatMap(([id, engine]) =>
    results[id] === engine ? [] : [`${id} is ${engine} by the engine and ${results[id]} by the reference`],
  )
}
