import { fileURLToPath } from 'node:url'
import { childOf, eachTold, ended } from './child.ts'
import type { Desk } from './desk.ts'

type Asked<Line, Answer> = Readonly<{
  /** A program of the server, by the name of its file. */
  program: 'import' | 'let-in' | 'search-index'
  words: readonly string[]
  /** Where the record is may hold a password: it goes by here, never among the words, which anybody on the machine can list. */
  env: Desk['env']
  /** Null for a line that is no answer but tells how far it is; the last answer counts. */
  answerIn: (line: Line) => Answer | null
  /** It ends when nobody hears it, and not with the command. */
  endsUnheard?: boolean
}>

/**
 * Has a program of the server do what only the server knows how to, as a process of its own, and hears it: every line it
 * prints is JSON. @returns its answer, null where it ended without one, and the code with which it ended (see `ended`)
 */
export async function askServer<Line, Answer>(
  desk: Desk,
  { program, words, env, answerIn, endsUnheard = false }: Asked<Line, Answer>,
): Promise<Readonly<{ answer: Answer | null; code: number }>> {
  const script = fileURLToPath(new URL(`../../server/${program}.ts`, import.meta.url))
  const child = childOf(desk, [script, ...words], { env, input: 'ignore', isHeard: true })
  if (!endsUnheard) desk.whenEnded(() => child.kill())
  // Listened for before the first line is: it may have ended by the last.
  const end = ended(child)
  let answer: Answer | null = null
  for await (const line of eachTold<Line>(child)) answer = answerIn(line) ?? answer
  return { answer, code: await end }
}
