/** Ends the command with one sentence and exit code 2. Thrown by this room only, from its own reading of input. */
export class Stop extends Error {}
