import type { Desk } from './desk/desk.ts'
import { help, helpOf } from './help.ts'
import { Stop } from './input/stop.ts'
import { onOneLine } from './output/on-one-line.ts'
import { version } from './version.ts'

/** Something is wrong in the program itself (`EX_SOFTWARE`). */
const internal = 70

type Command = (rest: readonly string[], desk: Desk) => Promise<number> | number
/** Each is loaded when it is asked for: whoever assesses does not wait for what publishes. */
const commands: Readonly<Record<string, Command>> = {
  apply: async (rest, desk) => (await import('./person/apply.ts')).apply(rest, desk),
  assess: async (rest, desk) => (await import('./person/assess.ts')).assess(rest, desk),
  attest: async (rest, desk) => (await import('./govern/attest.ts')).attest(rest, desk),
  backup: async (rest, desk) => (await import('./record/backup.ts')).backup(rest, desk),
  cohort: async (rest, desk) => (await import('./cohort/cohort.ts')).cohort(rest, desk),
  diff: async (rest, desk) => (await import('./govern/diff.ts')).diff(rest, desk),
  facts: async (rest, desk) => (await import('./facts/facts.ts')).facts(rest, desk),
  feedback: async (rest, desk) => (await import('./record/feedback.ts')).feedback(rest, desk),
  import: async (rest, desk) => (await import('./record/import.ts')).importFiles(rest, desk),
  'let-in': async (rest, desk) => (await import('./record/let-in.ts')).letIn(rest, desk),
  prove: async (rest, desk) => (await import('./prove/prove.ts')).prove(rest, desk),
  publish: async (rest, desk) => (await import('./publish/publish.ts')).publish(rest, desk),
  reindex: async (rest, desk) => (await import('./record/search-index.ts')).reindex(rest, desk),
  replay: async (rest, desk) => (await import('./record/replay.ts')).replay(rest, desk),
  restore: async (rest, desk) => (await import('./record/restore.ts')).restore(rest, desk),
  sql: async (rest, desk) => (await import('./publish/sql.ts')).sql(rest, desk),
  start: async (rest, desk) => (await import('./start.ts')).start(rest, desk),
  verify: async (rest, desk) => (await import('./record/verify.ts')).verify(rest, desk),
  help: ([name], desk) => tell(desk, name === undefined ? help : helpOf(known(name))),
  '--help': (_, desk) => tell(desk, help),
  '-h': (_, desk) => tell(desk, help),
  '--version': (_, desk) => tell(desk, `${version()}\n`),
}

/** What a command may be called, as the end of a sentence; options that act as commands are left out. */
const names = Object.keys(commands)
  .filter((name) => !name.startsWith('-'))
  .join(', ')
  .replace(/, (?=[^,]+$)/, ' or ')

function known(name: string): string {
  if (!Object.hasOwn(commands, name)) throw new Stop(`There is no command ${JSON.stringify(name)}: it is ${names}.`)
  return name
}

const tell = ({ results }: Desk, text: string): number => {
  results.write(text)
  return 0
}

/** Runs one command and gives its exit code. What goes wrong is one sentence among the remarks; then there are no results. */
export async function main([name, ...rest]: readonly string[], desk: Desk): Promise<number> {
  try {
    if (name === undefined)
      throw new Stop(`Say what to do, for example "facialis assess patient.json".\n\n${help}`.trimEnd())
    const command = commands[known(name)] as Command
    if (rest.some((word) => word === '--help' || word === '-h')) return tell(desk, helpOf(name))
    return await command(rest, desk)
  } catch (error) {
    const isExpected = error instanceof Stop
    desk.remarks.write(
      isExpected
        ? `facialis: ${onItsLines(error.message)}\n`
        : `facialis: a fault in Facialis itself: ${faultOf(error)}\n`,
    )
    return isExpected ? error.code : internal
  }
}

/** Our own sentences may have several lines; what they repeat of a file or a word stays on its own. */
const onItsLines = (text: string): string => text.split('\n').map(onOneLine).join('\n')

const faultOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
