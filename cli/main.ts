import { help } from './help.ts'
import { Stop } from './input/stop.ts'
import { version } from './version.ts'

/** The input or the command line is not right. */
const badInput = 2
/** Something is wrong in the program itself (`EX_SOFTWARE`). */
const internal = 70

/** Each is loaded when it is asked for: whoever assesses does not wait for what publishes. */
const commands: Readonly<Record<string, (rest: readonly string[]) => Promise<void> | void>> = {
  apply: async (rest) => (await import('./person/apply.ts')).apply(rest),
  assess: async (rest) => (await import('./person/assess.ts')).assess(rest),
  attest: async (rest) => (await import('./govern/attest.ts')).attest(rest),
  backup: async (rest) => (await import('./record/backup.ts')).backup(rest),
  cohort: async (rest) => (await import('./cohort/cohort.ts')).cohort(rest),
  diff: async (rest) => (await import('./govern/diff.ts')).diff(rest),
  feedback: async (rest) => (await import('./record/feedback.ts')).feedback(rest),
  import: async (rest) => (await import('./record/import.ts')).importFiles(rest),
  prove: async (rest) => (await import('./prove/prove.ts')).prove(rest),
  publish: async (rest) => (await import('./publish/publish.ts')).publish(rest),
  reindex: async (rest) => (await import('./record/search-index.ts')).reindex(rest),
  replay: async (rest) => (await import('./record/replay.ts')).replay(rest),
  restore: async (rest) => (await import('./record/restore.ts')).restore(rest),
  sql: async (rest) => (await import('./publish/sql.ts')).sql(rest),
  start: async (rest) => (await import('./start.ts')).start(rest),
  verify: async (rest) => (await import('./record/verify.ts')).verify(rest),
  help: () => say(help),
  '--help': () => say(help),
  '-h': () => say(help),
  '--version': () => say(`${version()}\n`),
}

/** What a command may be called, as the end of a sentence; options that act as commands are left out. */
const names = Object.keys(commands)
  .filter((name) => !name.startsWith('-'))
  .join(', ')
  .replace(/, (?=[^,]+$)/, ' or ')

const say = (text: string): void => {
  process.stdout.write(text)
}

/** Runs one command. What goes wrong is one sentence on the error stream; then nothing stands on the other one. */
export async function main([name, ...rest]: readonly string[]): Promise<void> {
  try {
    if (name === undefined)
      throw new Stop(`Say what to do, for example "facialis assess patient.json".\n\n${help}`.trimEnd())
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new Stop(`There is no command ${JSON.stringify(name)}: it is ${names}.`)
    if (rest.some((word) => word === '--help' || word === '-h')) return say(help)
    await command(rest)
  } catch (error) {
    const isExpected = error instanceof Stop
    process.stderr.write(
      isExpected ? `facialis: ${error.message}\n` : `facialis: a fault in Facialis itself: ${faultOf(error)}\n`,
    )
    process.exitCode = isExpected ? badInput : internal
  }
}

const faultOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
