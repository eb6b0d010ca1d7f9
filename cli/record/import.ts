import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { sourcesAt } from '../cohort/sources.ts'
import { parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { runServerProgram } from '../io/run-server-program.ts'
import { progressOn } from '../output/progress.ts'
import { singleLine } from '../output/single-line.ts'
import { ioError } from '../output/write-errors.ts'
import { recordLocation } from './record-location.ts'

/** Everything came in that could, and something was put aside, or left as it is here. */
const putAside = 1
/** Above it, a code says by which signal a program was ended. */
const endedBySignal = 128
// Whoever reads the rest wants a file.
const mostShown = 20
// What many lines share; a sentence that names its own line is of one.
const mostReasons = 1000

type Aside = Readonly<{ where: string; type: string; sentence: string; place: string }>
type Done = Readonly<{
  written: Readonly<Record<string, number>>
  there: number
  otherwise: number
  aside: number
  toAgree: number
  badlyLinked: number
}>
type Outcome = Readonly<{ refused: string }> | Readonly<{ broken: string }> | Readonly<{ done: Done }>
type Line = Outcome | Readonly<{ share: number; resources: number }> | Readonly<{ aside: Aside }>

/** `facialis import FILE|FOLDER… [--data FOLDER] [--aside FILE]`: by the server's own door, as a process of its own. */
export async function importFiles(rest: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(rest, { data: { type: 'string' }, aside: { type: 'string' } })
  if (positionals.length === 0) throw new ExitError('Name the files, for example "facialis import exported/".')
  if (positionals.includes('-')) throw givenOnce('"-"')
  const sources = (await Promise.all(positionals.map((path) => sourcesAt(path, io)))).flat()
  // Whoever opened a pipe a second time would wait for ever.
  const pipe = sources.find(({ name }) => !statSync(name).isFile())
  if (pipe) throw givenOnce(pipe.name)
  const aside = values.aside === undefined ? undefined : resolve(values.aside)
  if (aside !== undefined && existsSync(aside))
    throw new ExitError(`${values.aside} already exists and is not overwritten.`)
  if (aside !== undefined && !existsSync(dirname(aside))) throw new ExitError(`There is no folder ${dirname(aside)}.`)
  const files = sources.map(({ name }) => name)
  // A folder that is named goes before the database of the clinic.
  const named = values.data === undefined ? null : recordLocation(values.data, io).folder
  const env = named === null ? io.env : { ...io.env, FACIALIS_DATA: named, FACIALIS_DATABASE_URL: undefined }
  const words = aside === undefined ? files : ['--aside', aside, ...files]
  const shown = showing(io)
  const { answer: outcome, code } = await runServerProgram(io, {
    program: 'import',
    words,
    env,
    answerIn: shown.answerIn,
  })
  shown.end()
  if (outcome === null && code > endedBySignal) return code
  if (outcome === null) throw new Error(`What brings files in ended with ${code} and no answer`)
  if ('refused' in outcome) throw new ExitError(outcome.refused)
  if ('broken' in outcome) {
    io.stderr.write(`facialis: ${outcome.broken}\n`)
    return ioError
  }
  const count = shown.count()
  if (count > mostShown && aside === undefined)
    io.stderr.write(`… and ${count - mostShown} more; --aside FILE keeps them all.\n`)
  io.stdout.write(summary(outcome.done, shown.reasons()))
  return count === 0 ? 0 : putAside
}

const givenOnce = (what: string): ExitError =>
  new ExitError(`Import reads its input several times, so it needs files: ${what} cannot be imported.`)

/** Shows what the import tells on the way, of what was put aside no more than a few; `count` says how many there were. */
function showing({ stderr }: CommandIo) {
  const progress = progressOn(stderr)
  const begun = performance.now()
  let count = 0
  const reasons = new Map<string, number>()
  return {
    answerIn: (line: Line): Outcome | null => {
      if ('share' in line) {
        const rate = Math.round(line.resources / ((performance.now() - begun) / 1000))
        progress.at('importing', line.share, `${line.resources} resources, ${rate} per second`)
        return null
      }
      if (!('aside' in line)) return line
      count += 1
      const why = line.aside.sentence
      if (reasons.has(why) || reasons.size < mostReasons) reasons.set(why, (reasons.get(why) ?? 0) + 1)
      if (count > mostShown) return null
      const { where, sentence, place, type } = line.aside
      progress.end()
      stderr.write(`${singleLine(`${where}: ${sentence}${place === '' || place === type ? '' : ` (${place})`}`)}\n`)
      return null
    },
    count: () => count,
    reasons: (): ReadonlyMap<string, number> => reasons,
    end: () => progress.end(),
  }
}

function summary(
  { written, there, otherwise, aside, toAgree, badlyLinked }: Done,
  reasons: ReadonlyMap<string, number>,
): string {
  const many = Object.values(written).reduce((sum, one) => sum + one, 0)
  return [
    `Resources: ${many} imported, ${there} already here, ${aside} set aside.`,
    ...Object.entries(written)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, count]) => `  ${type.padEnd(26)}${count}`),
    ...[...reasons]
      .filter(([, count]) => count > 1)
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostShown)
      .map(([why, count]) => singleLine(`Set aside or left, ${count} lines: ${why}`)),
    ...(toAgree > 0
      ? [
          `${toAgree} of the people imported have a diagnosis that was signed elsewhere: a clinician here agrees with each before it counts. To move this same record to another machine or database, use backup and restore instead.`,
        ]
      : []),
    ...(otherwise > 0
      ? [
          `Of those already here, ${otherwise} differ in the files: each was left as it is here; send changes over FHIR.`,
        ]
      : []),
    ...(badlyLinked > 0
      ? [
          `${badlyLinked} of the people imported or already here link to another record of theirs that cannot be found: each counts as a separate person until that is corrected.`,
        ]
      : []),
    '',
  ].join('\n')
}
