/** Exit code for bad input or a bad command line. */
export const badInput = 2

/** Ends the command with a one-sentence message and an exit code. Thrown only in this room. */
export class ExitError extends Error {
  readonly code: number

  constructor(sentence: string, code: number = badInput) {
    super(sentence)
    this.code = code
  }
}
