/** Where a command writes. What it writes to a terminal may have colours, and lines that are written over. */
export type Place = Readonly<{
  write: (text: string) => unknown
  isTTY?: boolean
  columns?: number
  /** Its number in the system, where it has one: a child can then be given the very same. */
  fd?: number
}>

/**
 * What a command reads from and writes to. It is handed to each, so that a command is a function like any other, whether it
 * runs as a program of its own or is called by another: `cli/facialis.ts` lays out that of the program.
 */
export type Desk = Readonly<{
  /** For what was asked for. */
  results: Place
  /** For what is said beside it: how far a command is, what it left out, why it stopped. */
  remarks: Place
  /** What `-` stands for. */
  input: AsyncIterable<Uint8Array>
  /** Where the record is, whether colours are wanted. */
  env: Readonly<Record<string, string | undefined>>
  /** The machine's time zone, undefined where it names none that is known: it decides what day it is where the site has named none. */
  zone: string | undefined
  /** Has something cleared away that must not outlive the command, also where the program is ended from outside. */
  whenEnded: (clear: () => void) => void
}>
