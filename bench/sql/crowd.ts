import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '@facialis/engine/plan/plan.ts'
import type { Sheet } from '@facialis/engine/plan/sheet.ts'
import type { Asking } from '@facialis/language'
import { type Answered, answersByPlan } from './compare.ts'
import { type FlatFile, writeFlatFiles } from './flat-files.ts'

/** People as files of the flat fact table, with what the plan answers of each. */
export type Crowd = Readonly<{ files: readonly FlatFile[]; expected: readonly Answered[]; discard: () => void }>

/** The files stand in a folder of the moment, until they are discarded. */
export function crowdOf(plan: Plan, sheets: Iterable<Sheet>, asking: Asking): Crowd {
  const folder = mkdtempSync(join(tmpdir(), 'facialis-people-'))
  const answer = answersByPlan(plan, asking)
  const expected: Answered[] = []
  function* answered(): Iterable<Sheet> {
    for (const sheet of sheets) {
      expected.push(answer(sheet))
      yield sheet
    }
  }
  const files = writeFlatFiles(plan, answered(), { asOf: asking.asOf, folder })
  return { files, expected, discard: () => rmSync(folder, { recursive: true }) }
}

/** So many people, one after the other; a sheet holds until the next is asked for. */
export function* people(next: () => Sheet, count: number): Iterable<Sheet> {
  for (let made = 0; made < count; made++) yield next()
}
