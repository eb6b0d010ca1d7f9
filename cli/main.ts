import { help, helpOf } from './help.ts'
import { ExitError } from './input/exit-error.ts'
import type { CommandIo } from './io/command-io.ts'
import { singleLine } from './output/single-line.ts'
import { version } from './version.ts'

/** Something is wrong in the program itself (`EX_SOFTWARE`). */
const internal = 70

type Command = (rest: readonly string[], io: CommandIo) => Promise<number> | number
/** Each is loaded when it is asked for: whoever assesses does not wait for what publishes. */
const commands: Readonly<Record<string, Command>> = {
  apply: async (rest, io) => (await import('./person/apply.ts')).apply(rest, io),
  assess: async (rest, io) => (await import('./person/assess.ts')).assess(rest, io),
  attest: async (rest, io) => (await import('./govern/attest.ts')).attest(rest, io),
  backup: async (rest, io) => (await import('./record/backup.ts')).backup(rest, io),
  cohort: async (rest, io) => (await import('./cohort/cohort.ts')).cohort(rest, io),
  diff: async (rest, io) => (await import('./govern/diff.ts')).diff(rest, io),
  facts: async (rest, io) => (await import('./facts/facts.ts')).facts(rest, io),
  feedback: async (rest, io) => (await import('./record/feedback.ts')).feedback(rest, io),
  import: async (rest, io) => (await import('./record/import.ts')).importFiles(rest, io),
  'let-in': async (rest, io) => (await import('./record/let-in.ts')).letIn(rest, io),
  prove: async (rest, io) => (await import('./prove/prove.ts')).prove(rest, io),
  publish: async (rest, io) => (await import('./publish/publish.ts')).publish(rest, io),
  reindex: async (rest, io) => (await import('./record/search-index.ts')).reindex(rest, io),
  replay: async (rest, io) => (await import('./record/replay.ts')).replay(rest, io),
  restore: async (rest, io) => (await import('./record/restore.ts')).restore(rest, io),
  sql: async (rest, io) => (await import('./publish/sql.ts')).sql(rest, io),
  start: async (rest, io) => (await import('./start.ts')).start(rest, io),
  verify: async (rest, io) => (await import('./record/verify.ts')).verify(rest, io),
  help: ([name], io) => tell(io, name === undefined ? help : helpOf(known(name))),
  '--help': (_, io) => tell(io, help),
  '-h': (_, io) => tell(io, help),
  '--version': (_, io) => tell(io, `${version()}\n`),
}

/** What a command may be called, as the end of a sentence; options that act as commands are left out. */
const names = Object.keys(commands)
  .filter((name) => !name.startsWith('-'))
  .join(', ')
  .replace(/, (?=[^,]+$)/, ' or ')

function known(name: string): string {
  if (!Object.hasOwn(commands, name))
    throw new ExitError(`There is no command ${JSON.stringify(name)}: choose from ${names}.`)
  return name
}

const tell = ({ stdout }: CommandIo, text: string): number => {
  stdout.write(text)
  return 0
}

/** Runs one command and gives its exit code. What goes wrong is one sentence among the remarks; then there are no results. */
export async function main([name, ...rest]: readonly string[], io: CommandIo): Promise<number> {
  try {
    if (name === undefined)
      throw new ExitError(`Say what to do, for example "facialis assess patient.json".\n\n${help}`.trimEnd())
    const command = commands[known(name)] as Command
    if (rest.some((word) => word === '--help' || word === '-h')) return tell(io, helpOf(name))
    return await command(rest, io)
  } catch (error) {
    const isExpected = error instanceof ExitError
    io.stderr.write(
      isExpected
        ? `facialis: ${onItsLines(error.message)}\n`
        : `facialis: a bug in Facialis itself: ${faultOf(error)}\n`,
    )
    return isExpected ? error.code : internal
  }
}

/** Our own sentences may have several lines; what they repeat of a file or a word stays on its own. */
const onItsLines = (text: string): string => text.split('\n').map(singleLine).join('\n')

const faultOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
