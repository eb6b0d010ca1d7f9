import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Lanes } from './lanes.ts'
import { reachedPlaces } from './reached-places.ts'
import { isMutated, kept, root } from './sources.ts'

/** What one test file reaches when it runs alone, and what that takes. */
export type Reach = Readonly<{
  test: string
  /** Seconds of work, beside loading what all of them load. */
  seconds: number
  /** Every file of ours it loads, by what stood in it. */
  loaded: Readonly<Record<string, string>>
  /** For each file that is mutated: where its text is reached, as starts and ends in turn. */
  places: Readonly<Record<string, readonly number[]>>
}>

const keptReach = join(kept, 'reach.json')
/** A test file that works longer than this while it is looked at is not asked about mistakes. */
const longest = 90

/** What each test file reaches: known from before as long as nothing it loads has changed, otherwise looked at now. */
export async function reachOf(
  tests: readonly string[],
  { count, onlyKnown, told }: Readonly<{ count: number; onlyKnown: boolean; told: (line: string) => void }>,
): Promise<readonly Reach[]> {
  const known = existsSync(keptReach) ? (JSON.parse(readFileSync(keptReach, 'utf8')) as readonly Reach[]) : []
  const fresh = known.filter(({ loaded }) =>
    Object.entries(loaded).every(([path, digest]) => digestOf(path) === digest),
  )
  const byTest = new Map(fresh.map((reach) => [reach.test, reach]))
  const missing = onlyKnown ? [] : tests.filter((test) => !byTest.has(test))
  const folder = mkdtempSync(join(tmpdir(), 'facialis-mutate-'))
  const lanes = new Lanes(count, { counting: true })
  let done = 0
  await Promise.all(
    missing.map(async (test, index) => {
      const seen = await lookAt(test, join(folder, `${index}.json`), lanes)
      // Nothing is kept of it: what went wrong may have been this run's alone, so the next one looks at it again.
      if ('why' in seen) told(`${test} will not be asked: ${seen.why}`)
      else byTest.set(test, seen)
      told(`what tests reach: ${++done} of ${missing.length}`)
      mkdirSync(kept, { recursive: true })
      writeFileSync(keptReach, JSON.stringify([...byTest.values()]))
    }),
  )
  lanes.close()
  rmSync(folder, { recursive: true })
  const usable = tests.flatMap((test) => byTest.get(test) ?? [])
  // Test files that run in one thread load what they share once.
  const loading = Math.min(...usable.map(({ seconds }) => seconds))
  return usable.map((reach) => ({ ...reach, seconds: reach.seconds - loading }))
}

async function lookAt(test: string, reached: string, lanes: Lanes): Promise<Reach | Readonly<{ why: string }>> {
  const { failed, endless, seconds } = await lanes.run(() => ({
    tests: [{ path: test, within: longest }],
    told: { reached },
  }))
  if (endless) return { why: `it works for more than ${longest} seconds` }
  if (failed !== null) return { why: `${failed} fails` }
  if (!existsSync(reached)) return { why: 'what it reaches could not be counted' }
  const scripts = (JSON.parse(readFileSync(reached, 'utf8')) as readonly Counted[]).flatMap((script) => {
    const path = pathOf(script.url)
    return path === null ? [] : [{ path, functions: script.functions }]
  })
  return {
    test,
    seconds,
    loaded: Object.fromEntries(scripts.map(({ path }) => [path, digestOf(path)])),
    places: Object.fromEntries(
      scripts
        .filter(({ path }) => isMutated(path))
        .map(({ path, functions }) => [path, reachedPlaces(functions.flatMap((one) => one.ranges))]),
    ),
  }
}

type Counted = Readonly<{ url: string; functions: readonly { ranges: readonly Range[] }[] }>
type Range = Readonly<{ startOffset: number; endOffset: number; count: number }>

/** The path of a file of ours, or null for what is not ours. */
function pathOf(url: string): string | null {
  if (!url.startsWith(`${pathToFileURL(root).href}/`)) return null
  const path = fileURLToPath(url.replace(/\?.*$/, '')).slice(root.length + 1)
  return path.includes('node_modules/') ? null : path
}

const digests = new Map<string, string>()
function digestOf(path: string): string {
  const file = join(root, path)
  const known = digests.get(path)
  if (known !== undefined) return known
  const digest = existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16) : 'gone'
  digests.set(path, digest)
  return digest
}
