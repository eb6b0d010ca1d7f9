/** An output stream of a command. On a terminal it may show colours and overwrite its last line. */
export type OutputStream = Readonly<{
  write: (text: string) => unknown
  isTTY?: boolean
  columns?: number
  /** The file descriptor, where there is one: a child process can then inherit it. */
  fd?: number
}>

/**
 * The standard streams, environment and time zone of a command. They are passed to each, so that a command is a function like
 * any other, whether it runs as a process or in a test. `cli/facialis.ts` passes those of the process.
 */
export type CommandIo = Readonly<{
  /** For results. */
  stdout: OutputStream
  /** For progress, warnings and errors. */
  stderr: OutputStream
  /** What `-` stands for. */
  stdin: AsyncIterable<Uint8Array>
  /** Where the record is, whether colours are wanted. */
  env: Readonly<Record<string, string | undefined>>
  /** The machine's time zone, undefined where it names none that is known: it decides what day it is where the site has named none. */
  zone: string | undefined
  /** Registers a clean-up that runs when the command ends, also by a signal. */
  onExit: (clear: () => void) => void
}>
