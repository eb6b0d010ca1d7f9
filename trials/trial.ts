/** One promise held against a figure. */
export type Line = Readonly<{
  promise: string
  asked: string
  got: string
  held: boolean
  /** How fast, which hangs on the machine: asked where nothing else runs. */
  isTimed?: true
}>

export type DatabaseName = 'sqlite' | 'postgres'

export type Trying = Readonly<{
  /** Chance begins here, so that a run can be repeated as far as a machine allows. */
  seed: number
  /** How often; null for as often as the trial is meant to be run by command. */
  rounds: number | null
  database: DatabaseName
  /** Told what is being done, for whoever waits. */
  tell: (doing: string, share: number) => void
}>

/** A hostile test of the product from outside: as processes, and over HTTP. */
export type Trial = Readonly<{
  name: string
  what: string
  run: (trying: Trying) => Promise<readonly Line[]>
}>
