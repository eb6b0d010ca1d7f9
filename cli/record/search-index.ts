import type { IndexVerified, Problem } from '@facialis/record'
import { parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { runServerProgram } from '../io/run-server-program.ts'
import { locationOptions, type RecordLocation, recordLocation, withRecord } from './record-location.ts'

type Told = Readonly<{ problem: Problem }> | Readonly<IndexVerified> | Readonly<{ resources: number }>
type Line = Told | Readonly<{ share: number }>

/** Holds what searches go by against the resources, by the server's own knowledge of what those are searched by. */
export async function verifySearch(
  place: RecordLocation,
  io: CommandIo,
  progress: (share: number) => void,
): Promise<Readonly<{ problem: Problem }> | IndexVerified> {
  const told = await asked(io, { what: 'verify', place, progress })
  if ('problem' in told || 'index' in told) return told
  throw new Error('Asked whether the search index is whole, another answer came')
}

/** `facialis reindex [--data FOLDER]`: what searches go by is made from the resources anew. */
export async function reindex(rest: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(rest, locationOptions)
  if (positionals.length > 0) throw new ExitError(`reindex takes no ${JSON.stringify(positionals[0])}.`)
  const place = recordLocation(values.data, io)
  // Where there is no record none is begun.
  await withRecord(place, async () => undefined)
  const told = await asked(io, { what: 'anew', place, progress: () => {} })
  if ('problem' in told) throw new ExitError(`${told.problem.sentence} (${told.problem.where})`)
  if (!('resources' in told)) throw new Error('Asked to make the search index anew, another answer came')
  io.stdout.write(`The search index was rebuilt from ${told.resources} resources.\n`)
  return 0
}

type Asked = Readonly<{ what: 'verify' | 'anew'; place: RecordLocation; progress: (share: number) => void }>

/** Of the server: this room does not know what resources are searched by. */
async function asked(io: CommandIo, { what, place, progress }: Asked): Promise<Told> {
  const { answer, code } = await runServerProgram(io, {
    program: 'search-index',
    words: [what],
    env: { ...io.env, FACIALIS_PLACE: JSON.stringify(place) },
    answerIn: (line: Line): Told | null => {
      if (!('share' in line)) return line
      progress(line.share)
      return null
    },
    // Beside it the record itself is looked at, the file in one go: who waits for that hears no signal. So this end is left
    // to the signal, and the other one ends when it finds that nobody hears it.
    endsUnheard: what === 'verify',
  })
  if (answer === null || code !== 0)
    throw new Error(`What looks after the search index ended with ${code} and no answer`)
  return answer
}
