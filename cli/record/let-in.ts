import { parsed } from '../input/command-line.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'
import { runServerProgram } from '../io/run-server-program.ts'
import { locationOptions, recordLocation, withRecord } from './record-location.ts'

type LetIn = Readonly<{ name: string; address: string; path: string; isSaid: boolean }>
type Told = Readonly<{ refused: string }> | LetIn

/** `facialis let-in NAME [--data FOLDER]`: a link for an administrator who has no way in any more. */
export async function letIn(rest: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parsed(rest, locationOptions)
  const [login, more] = positionals
  if (login === undefined || login === '')
    throw new ExitError('Name the administrator by sign-in name, for example "facialis let-in ann".')
  if (more !== undefined) throw new ExitError(`Only one at a time: ${JSON.stringify(more)} is one too many.`)
  const place = recordLocation(values.data, io)
  // Where there is no record none is begun.
  await withRecord(place, async () => undefined)
  const env = {
    ...io.env,
    FACIALIS_DATA: place.folder,
    FACIALIS_DATABASE_URL: place.database ?? undefined,
  }
  const { answer, code } = await runServerProgram(io, {
    program: 'let-in',
    words: [login],
    env,
    answerIn: (line: Told) => line,
  })
  if (answer === null) throw new Error(`What lets somebody in ended with ${code} and no answer`)
  if ('refused' in answer) throw new ExitError(answer.refused)
  const { name, address, path, isSaid } = answer
  io.stdout.write(
    `${name}, sign in here and choose a password (the link works once, for 24 hours): ${address}${path}\n` +
      (isSaid
        ? ''
        : `If the clinic has another address, use it instead of ${address}: neither FACIALIS_URL nor PORT is set here.\n`) +
      'The old password no longer works, anybody signed in with it is signed out, and the audit trail records it.\n',
  )
  return 0
}
