import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Trial } from '../trial.ts'
import { hospitalExport } from './hospital-export.ts'

const hold = 0.7
const many = 10_000

type Pair = Readonly<{ alone: number; imported: number }>

/** Another hospital's records come in: how much of the time is checking them against FHIR, and how much is ours. */
export const bringIn: Trial = {
  name: 'import',
  what: 'NDJSON of another hospital: the share of the rate of validateResource alone, by the time of one core',
  run: async ({ seed, rounds, database, tell }) => {
    // The other one works on a core of its own.
    if (database !== 'sqlite') return []
    const folder = mkdtempSync(join(tmpdir(), 'facialis-trial-'))
    try {
      const file = join(folder, 'hospital.ndjson')
      const lines = hospitalExport(many, seed).map((resource) => JSON.stringify(resource))
      writeFileSync(file, `${lines.join('\n')}\n`)
      tell(`${many} resources, both ways by turns`, 0)
      const program = join(import.meta.dirname, 'rates.ts')
      const run = spawnSync(process.execPath, ['--expose-gc', program, file, String(rounds ?? 5)], {
        encoding: 'utf8',
      })
      if (run.status !== 0) throw new Error(run.stderr)
      const pairs = JSON.parse(run.stdout) as readonly Pair[]
      const share = median(pairs.map(({ alone, imported }) => imported / alone))
      const [ours, theirs] = [median(pairs.map(({ imported }) => imported)), median(pairs.map(({ alone }) => alone))]
      const got = `${share.toFixed(2)} × (${ours.toFixed(0)} of ${theirs.toFixed(0)} a second, ${pairs.length} turns)`
      const promise = 'resources brought in, of the rate at which validateResource alone checks them'
      return [{ promise, asked: `≥ ${hold} ×`, got, held: share >= hold }]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
