/** Flushes a file to the disk, by its descriptor; resolves when it is durable. Tests that pull the plug hand in their own. */
export type Fsync = (file: number) => Promise<void>
