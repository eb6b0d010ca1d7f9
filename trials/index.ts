/** `npm run trials`: hostile tests from outside. Each promise is a line: what was asked, what was got, and the seed. */
import { constants } from 'node:os'
import { parseArgs } from 'node:util'
import { auditTamper } from './audit-tamper/audit-tamper.ts'
import { authorisation } from './authorisation/authorisation.ts'
import { board } from './board/board.ts'
import { bombs } from './bombs/bombs.ts'
import { canary } from './canary/canary.ts'
import { cdsLoad } from './cds-load/cds-load.ts'
import { crash } from './crash/crash.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { bringIn } from './import/import.ts'
import { indirect } from './indirect/indirect.ts'
import { race } from './race/race.ts'
import { session } from './session/session.ts'
import { stepKill } from './step-kill/step-kill.ts'
import type { DatabaseName, Trial } from './trial.ts'

const trials: readonly Trial[] = [
  crash,
  stepKill,
  race,
  session,
  fuzz,
  bombs,
  auditTamper,
  canary,
  authorisation,
  indirect,
  cdsLoad,
  board,
  bringIn,
]
const databases: readonly DatabaseName[] = ['sqlite', 'postgres']

const help = `npm run trials -- [TRIAL…] [--rounds N] [--seed N] [--database sqlite|postgres]

${trials.map(({ name, what }) => `  ${name.padEnd(12)} ${what}`).join('\n')}

  --rounds N   how often, for a quick look; else as often as the promise asks
  --seed N     where chance begins; else 20261127
  --database   one of them only`

type Asked = Readonly<{ chosen: readonly Trial[]; rounds: number | null; seed: number; on: readonly DatabaseName[] }>

function asked(): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        seed: { type: 'string' },
        database: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return help
    const strange = positionals.find((name) => !trials.some((trial) => trial.name === name))
    if (strange !== undefined) return `There is no trial "${strange}".\n\n${help}`
    const rounds = values.rounds === undefined ? null : Number(values.rounds)
    const seed = Number(values.seed ?? 20261127)
    if ((rounds !== null && !(Number.isInteger(rounds) && rounds > 0)) || !Number.isInteger(seed))
      return '--rounds and --seed are whole numbers.'
    const on = databases.filter((name) => values.database === undefined || values.database === name)
    if (on.length === 0) return `--database is one of ${databases.join(', ')}.`
    const chosen = trials.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
    return { chosen, rounds, seed, on }
  } catch (error) {
    return `${(error as Error).message}\n\n${help}`
  }
}

const wanted = asked()
if (typeof wanted === 'string') {
  console.error(wanted)
  process.exit(wanted === help ? 0 : 2)
}

// Whoever ends a trial from outside ends the products and databases it has started, too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => process.exit(128 + constants.signals[signal]))

console.log('promise | asked | got | seed')
const verdicts: string[] = []
for (const trial of wanted.chosen) {
  for (const database of wanted.on) {
    const { seed, rounds } = wanted
    let told = performance.now()
    const tell = (doing: string, share: number): void => {
      if (performance.now() - told < 5000) return
      told = performance.now()
      console.error(`  ${trial.name} on ${database}, ${Math.floor(share * 100)} %: ${doing}`)
    }
    const lines = await trial.run({ seed, rounds, database, tell })
    // Nothing was promised of this database, so nothing is held.
    if (lines.length === 0) continue
    for (const { promise, asked, got, held } of lines)
      console.log(`${trial.name} on ${database}: ${promise} | ${asked} | ${got}${held ? '' : ' — NOT HELD'} | ${seed}`)
    const broken = lines.filter(({ held }) => !held).length
    verdicts.push(`${trial.name} on ${database}: ${broken === 0 ? 'held' : `NOT HELD, ${broken} of ${lines.length}`}`)
    if (broken > 0) process.exitCode = 1
  }
}
if (verdicts.length > 1) console.log(`\n${verdicts.join('\n')}`)
