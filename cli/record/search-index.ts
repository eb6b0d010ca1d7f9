import { fileURLToPath } from 'node:url'
import type { IndexVerified, Problem } from '@facialis/record'
import { childOf, eachTold, ended } from '../desk/child.ts'
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

/** By a process of its own: this room does not know what resources are searched by. Where the record is may hold a password, so it is no argument. */
async function asked(desk: Desk, { what, place, progress }: Asked): Promise<Told> {
  const script = fileURLToPath(new URL('../../server/search-index.ts', import.meta.url))
  const env = { ...desk.env, FACIALIS_PLACE: JSON.stringify(place) }
  const child = childOf(desk, [script, what], { env, input: 'ignore', isHeard: true })
  // Beside it the record itself is looked at, the file in one go: who waits for that hears no signal. So this end is left to
  // the signal, and the other one ends when it finds that nobody hears it.
  if (what === 'anew') desk.whenEnded(() => child.kill())
  const end = ended(child)
  let told: Told | null = null
  for await (const read of eachTold<Line>(child)) {
    if ('share' in read) progress(read.share)
    else told = read
  }
  const code = await end
  if (told === null || code !== 0) throw new Error(`What looks after the search index ended with ${code} and no answer`)
  return told
}
