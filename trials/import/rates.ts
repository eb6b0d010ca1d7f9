/** Both rates of one run, by turns: `node rates.ts FILE TURNS`. Prints them as JSON, resources a second. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hemifacialSpasm } from '@facialis/knowledge'
import { openClinic } from '@facialis/server/clinic/open.ts'
import { importFiles } from '@facialis/server/fhir/import/import-files.ts'
import type { SkippedLine } from '@facialis/server/fhir/import/skipped-line.ts'
import { validation } from '@facialis/server/fhir/r4/definitions.ts'
import { validateResource } from '@medplum/core'

const [file = '', turns = '1'] = process.argv.slice(2)
const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
// The library checks by the definitions that are loaded here.
await validation()

const rate = async (work: () => Promise<void>): Promise<number> => {
  globalThis.gc?.()
  const begun = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begun)
  return lines.length / ((user + system) / 1e6)
}

/** As they come from a file, but parsed before the clock runs. */
function alone(): Promise<number> {
  const resources = lines.map((line) => JSON.parse(line) as never)
  return rate(async () => {
    for (const resource of resources) validateResource(resource)
  })
}

async function imported(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'facialis-import-'))
  const opened = await openClinic({
    folder,
    heads: null,
    openId: null,
    pathway: hemifacialSpasm,
    zone: 'UTC',
  })
  if (!opened.ok) throw new Error(opened.problem.sentence)
  const { record } = opened.value
  const aside: string[] = []
  try {
    const measured = await rate(async () => {
      const told = ({ where, sentence }: SkippedLine) => void aside.push(`${where}: ${sentence}`)
      const done = await importFiles(opened.value, [file], {
        progress: () => {},
        aside: told,
        otherwise: told,
        badlyLinked: told,
      })
      if (!done.ok) throw new Error(done.problem.sentence)
    })
    if (aside.length > 0) throw new Error(`Not everything was brought in: ${aside[0]}`)
    return measured
  } finally {
    await record.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const rates: Readonly<{ alone: number; imported: number }>[] = []
for (let turn = 0; turn <= Number(turns); turn++) {
  const pair = { alone: await alone(), imported: await imported() }
  // The first time everything is still being compiled.
  if (turn > 0) rates.push(pair)
}
process.stdout.write(JSON.stringify(rates))
