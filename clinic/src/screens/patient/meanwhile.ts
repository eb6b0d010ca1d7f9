import { words } from './words.ts'

type Field = Readonly<{
  /** What stood there when the form was begun; empty for nothing. */
  was: string
  /** What stands there now. */
  now: string | null
}>

/** What a colleague wrote into a field since the form was begun: whoever saves over it has read it. */
export function meanwhile({ was, now }: Field, said: (value: string) => string = (value) => value): string | undefined {
  if ((now ?? '') === was) return undefined
  return now === null ? words.written.meanwhileNone : words.written.meanwhile(said(now))
}
