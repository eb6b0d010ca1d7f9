import { apply } from './apply.ts'
import { assess } from './assess.ts'
import { cohort } from './cohort/cohort.ts'
import { help } from './help.ts'
import { prove } from './prove.ts'
import { publish } from './publish.ts'
import { sql } from './sql.ts'
import { start } from './start.ts'
import { Stop } from './stop.ts'
import { version } from './version.ts'

/** The input or the command line is not right. */
const badInput = 2
/** Something is wrong in the program itself (`EX_SOFTWARE`). */
const internal = 70

const commands: Readonly<Record<string, (rest: readonly string[]) => Promise<void> | void>> = {
  apply,
  assess,
  cohort,
  prove,
  publish,
  sql,
  start,
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
