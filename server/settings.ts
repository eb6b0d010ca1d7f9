import type { Environment, Setting } from '@facialis/record/core/setting-names.ts'

const switchNames = ['FACIALIS_DEMO', 'FACIALIS_HTTPS', 'FACIALIS_CDS_TRIAL'] as const satisfies readonly Setting[]
type Switches = Readonly<Record<(typeof switchNames)[number], boolean | null>>

/** What is switched on or off, null where nothing is said; a sentence where one is neither. */
export function switches(env: Environment): Switches | Readonly<{ sentence: string }> {
  const read: Record<string, boolean | null> = {}
  for (const name of switchNames) {
    const said = env[name] || null
    if (said !== null && said !== '1' && said !== '0') return { sentence: `${name} is 1 or 0, not "${said}".` }
    read[name] = said === null ? null : said === '1'
  }
  return read as Switches
}
