import { fileURLToPath } from 'node:url'
import { childOf, exitCodeOf, jsonLinesOf } from './child.ts'
import type { CommandIo } from './command-io.ts'

type Asked<Line, Answer> = Readonly<{
  /** A program of the server, by the name of its file. */
  program: 'import' | 'let-in' | 'search-index'
  words: readonly string[]
  /** The database address may hold a password: it goes here, never among the arguments, which any user can list. */
  env: CommandIo['env']
  /** Null for a line that only reports progress; the last answer counts. */
  answerIn: (line: Line) => Answer | null
  /** It ends when its output is closed, and not with the command. */
  endsUnheard?: boolean
}>

/**
 * Runs one of the server's programs as a child process and reads the JSON lines that it prints.
 * @returns its answer, null where it ended without one, and its exit code (see `exitCodeOf`)
 */
export async function runServerProgram<Line, Answer>(
  io: CommandIo,
  { program, words, env, answerIn, endsUnheard = false }: Asked<Line, Answer>,
): Promise<Readonly<{ answer: Answer | null; code: number }>> {
  const script = fileURLToPath(new URL(`../../server/${program}.ts`, import.meta.url))
  const child = childOf(io, [script, ...words], { env, input: 'ignore', isPiped: true })
  if (!endsUnheard) io.onExit(() => child.kill())
  // Listened for before the first line is: it may have ended by the last.
  const end = exitCodeOf(child)
  let answer: Answer | null = null
  for await (const line of jsonLinesOf<Line>(child)) answer = answerIn(line) ?? answer
  return { answer, code: await end }
}
