/** One file of what is published; `path` is counted from the folder it goes to. */
export type Published = Readonly<{
  path: string
  content: string | Uint8Array
  /** What is in it, a line each. */
  says?: readonly string[]
}>
