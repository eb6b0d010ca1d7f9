import { askServer } from '../desk/ask-server.ts'
import type { Desk } from '../desk/desk.ts'
import { parsed } from '../input/command-line.ts'
import { Stop } from '../input/stop.ts'
import { looking, placeHere, placeOptions } from './which-record.ts'

type LetIn = Readonly<{ name: string; address: string; path: string; isSaid: boolean }>
type Told = Readonly<{ refused: string }> | LetIn

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
  const env = {
    ...desk.env,
    FACIALIS_DATA: place.folder,
    FACIALIS_DATABASE_URL: place.database ?? undefined,
  }
  const { answer, code } = await askServer(desk, {
    program: 'let-in',
    words: [login],
    env,
    answerIn: (line: Told) => line,
  })
  if (answer === null) throw new Error(`What lets somebody in ended with ${code} and no answer`)
  if ('refused' in answer) throw new Stop(answer.refused)
  const { name, address, path, isSaid } = answer
  desk.results.write(
    `${name}, sign in here and choose a password (the link works once, for 24 hours): ${address}${path}\n` +
      (isSaid
        ? ''
        : `Where the clinic is reached at another address, that stands in the place of ${address}: neither FACIALIS_URL nor PORT is set here.\n`) +
      'The password there was counts no more, whoever was signed in under it is signed out, and the audit trail tells of it.\n',
  )
  return 0
}
