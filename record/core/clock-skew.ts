import type { Database } from './database.ts'

/** What ends by the clock may be judged by any server on one database: half of what `clock-set-back` takes for a clock put back. */
const mostSecondsApart = 30

/** A sentence when this machine's clock and the database's differ by too much; null when they agree, or are one. */
export async function clockSkew({ clock }: Pick<Database, 'clock'>, now: () => string): Promise<string | null> {
  const before = Date.parse(now())
  const theirs = await clock()
  if (theirs === null) return null
  const ours = (before + Date.parse(now())) / 2
  const seconds = Math.round((Date.parse(theirs) - ours) / 1000)
  if (Math.abs(seconds) <= mostSecondsApart) return null
  const how = seconds > 0 ? 'ahead of' : 'behind'
  return `The clock of the database is ${Math.abs(seconds)} seconds ${how} the one here. Synchronise both with the same time server: otherwise an entry from the other server looks as if the clock had been put back, and ends emergency openings.`
}
