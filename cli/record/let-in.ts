import { fileURLToPath } from 'node:url'
import { childOf, eachTold, ended } from '../desk/child.ts'
import type { Desk } from '../desk/desk.ts'
import { parsed } from '../input/command-line.ts'
import { Stop } from '../input/stop.ts'
import { looking, placeHere, placeOptions } from './which-record.ts'

type Told = Readonly<{ refused: string }> | Readonly<{ name: string; link: string }>

/** `facialis let-in NAME [--data FOLDER]`: a link for an administrator who has no way in any more. */
export async function letIn(rest: readonly string[], desk: Desk): Promise<number> {
  const { values, positionals } = parsed(rest, placeOptions)
  const [login, more] = positionals
  if (login === undefined || login === '')
    throw new Stop('Say whom, by their sign-in name, for example "facialis let-in ann".')
  if (more !== undefined) throw new Stop(`One at a time: ${JSON.stringify(more)} is one too many.`)
  const place = placeHere(values.data, desk)
  // Where there is no record none is begun.
  await looking(place, async () => undefined)
  const script = fileURLToPath(new URL('../../server/let-in.ts', import.meta.url))
  const env = {
    ...desk.env,
    FACIALIS_DATA: place.folder,
    FACIALIS_DATABASE_URL: place.database ?? undefined,
  }
  const child = childOf(desk, [script, login], { env, input: 'ignore', isHeard: true })
  desk.whenEnded(() => child.kill())
  const end = ended(child)
  let told: Told | null = null
  for await (const line of eachTold<Told>(child)) told = line
  const code = await end
  if (told === null) throw new Error(`What lets somebody in ended with ${code} and no answer`)
  if ('refused' in told) throw new Stop(told.refused)
  desk.results.write(
    `${told.name}, sign in here and choose a password (the link works once, for 24 hours): ${told.link}\n` +
      'The password there was counts no more, whoever was signed in under it is signed out, and the audit trail tells of it.\n',
  )
  return 0
}
