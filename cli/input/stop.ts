/** The input or the command line is not right. */
export const badInput = 2

/** Ends the command with one sentence, and the code that says of what kind it is. Thrown by this room only. */
export class Stop extends Error {
  readonly code: number

  constructor(sentence: string, code: number = badInput) {
    super(sentence)
    this.code = code
  }
}
