/**
 * `npm run bench`: one table, all in one run. Answers are compared before anything is timed. Absolute figures belong to
 * the machine; quote the ratios.
 */
import { parseArgs } from 'node:util'
import { regression, storedRatios, storeRatios } from './ratios.ts'
import { boundOf, isHeld, isRatio, type Measured } from './row.ts'
import { rows } from './rows/index.ts'

const help = `npm run bench -- [--check | --store] [ROW…]

  --check   fails when a ratio is more than 20 % worse than the one stored in bench/ratios.json
  --store   stores the ratios of this run
  ROW       only these rows: ${rows.map(({ id }) => id).join(', ')}`

function asked(): Readonly<{ check: boolean; store: boolean; ids: readonly string[] }> | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { check: { type: 'boolean' }, store: { type: 'boolean' }, help: { type: 'boolean' } },
    })
    if (values.help) return help
    const strange = positionals.find((id) => !rows.some((row) => row.id === id))
    if (strange !== undefined) return `There is no row "${strange}".\n\n${help}`
    return { check: values.check === true, store: values.store === true, ids: positionals }
  } catch (error) {
    return `${(error as Error).message}\n\n${help}`
  }
}

const wanted = asked()
if (typeof wanted === 'string') {
  console.error(wanted)
  process.exit(wanted === help ? 0 : 2)
}

const stored = storedRatios()
const measured = new Map<string, Measured>()
const worse: string[] = []
for (const row of rows) {
  if (wanted.ids.length > 0 && !wanted.ids.includes(row.id)) continue
  console.error(`${row.work} …`)
  const found = await row.measure()
  measured.set(row.id, found)
  const why = regression(row, found.value, stored)
  if (why !== null) worse.push(why)
}

console.table(
  rows.flatMap((row) => {
    const found = measured.get(row.id)
    if (!found) return []
    const held = row.hold === null ? 'for information' : isHeld(row, found.value) ? 'held' : 'NOT HELD'
    const value = `${found.value.toPrecision(3)} ${row.unit}`
    return [{ work: row.work, against: row.against, value, hold: boundOf(row), held, figures: found.figures }]
  }),
)
if (wanted.store) {
  const ratios = rows.flatMap(({ id, unit }) => {
    const value = measured.get(id)?.value ?? stored[id]
    return value === undefined || !isRatio(unit) ? [] : [[id, value] as const]
  })
  storeRatios(Object.fromEntries(ratios))
}
if (wanted.check && worse.length > 0) {
  console.error(worse.join('\n'))
  process.exitCode = 1
}
