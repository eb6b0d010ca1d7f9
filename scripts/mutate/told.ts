import type { Change } from './changes/change.ts'

/** What the thread that runs the tests is told, through its environment: it knows nothing else. */
export type Told = Readonly<{
  /** The mistake to put into a file as it is read. */
  mistake?: Change & Readonly<{ url: string }>
  /** The file into which to write what was reached. */
  reached?: string
}>

const name = 'FACIALIS_MUTATE'

export const tell = (told: Told): void => {
  process.env[name] = JSON.stringify(told)
}

export const told = (): Told => JSON.parse(process.env[name] ?? '{}') as Told
