import type { IndexVerified, Problem } from '@facialis/record'
import { askServer } from '../desk/ask-server.ts'
import type { Desk } from '../desk/desk.ts'
import { parsed } from '../input/command-line.ts'
import { Stop } from '../input/stop.ts'
import { looking, type Place, placeHere, placeOptions } from './which-record.ts'

type Told = Readonly<{ problem: Problem }> | Readonly<IndexVerified> | Readonly<{ resources: number }>
type Line = Told | Readonly<{ share: number }>

/** Holds what searches go by against the resources, by the server's own knowledge of what those are searched by. */
export async function verifySearch(
  place: Place,
  desk: Desk,
  progress: (share: number) => void,
): Promise<Readonly<{ problem: Problem }> | IndexVerified> {
  const told = await asked(desk, { what: 'verify', place, progress })
  if ('problem' in told || 'index' in told) return told
  throw new Error('Asked whether the search index is whole, another answer came')
}

/** `facialis reindex [--data FOLDER]`: what searches go by is made from the resources anew. */
export async function reindex(rest: readonly string[], desk: Desk): Promise<number> {
  const { values, positionals } = parsed(rest, placeOptions)
  if (positionals.length > 0) throw new Stop(`reindex takes no ${JSON.stringify(positionals[0])}.`)
  const place = placeHere(values.data, desk)
  // Where there is no record none is begun.
  await looking(place, async () => undefined)
  const told = await asked(desk, { what: 'anew', place, progress: () => {} })
  if ('problem' in told) throw new Stop(`${told.problem.sentence} (${told.problem.where})`)
  if (!('resources' in told)) throw new Error('Asked to make the search index anew, another answer came')
  desk.results.write(`What searches go by was made anew, from ${told.resources} resources.\n`)
  return 0
}

type Asked = Readonly<{ what: 'verify' | 'anew'; place: Place; progress: (share: number) => void }>

/** Of the server: this room does not know what resources are searched by. */
async function asked(desk: Desk, { what, place, progress }: Asked): Promise<Told> {
  const { answer, code } = await askServer(desk, {
    program: 'search-index',
    words: [what],
    env: { ...desk.env, FACIALIS_PLACE: JSON.stringify(place) },
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
