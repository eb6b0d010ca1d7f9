/** Resolves when all that was written to a file, of which it is given the descriptor, is on the disk. Tests that pull the plug hand in their own. */
export type ToDisk = (file: number) => Promise<void>
