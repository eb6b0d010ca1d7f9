import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sourcesAt } from '../cohort/sources.ts'
import { childOf, ended } from '../desk/child.ts'
import type { Desk } from '../desk/desk.ts'
import { parsed } from '../input/command-line.ts'
import { Stop } from '../input/stop.ts'
import { placeHere } from './which-record.ts'

/** `facialis import FILE|FOLDER… [--data FOLDER] [--aside FILE]`: by the server's own door, as a process of its own. */
export async function importFiles(rest: readonly string[], desk: Desk): Promise<number> {
  const { values, positionals } = parsed(rest, { data: { type: 'string' }, aside: { type: 'string' } })
  if (positionals.length === 0) throw new Stop('Say which files, for example "facialis import exported/".')
  if (positionals.includes('-'))
    throw new Stop('Files are read twice, so they have to be files: "-" cannot be imported.')
  const sources = (await Promise.all(positionals.map((path) => sourcesAt(path, desk)))).flat()
  const aside = values.aside === undefined ? undefined : resolve(values.aside)
  if (aside !== undefined && existsSync(aside))
    throw new Stop(`There is a ${values.aside} already; nothing is written over.`)
  if (aside !== undefined && !existsSync(dirname(aside))) throw new Stop(`There is no folder ${dirname(aside)}.`)
  const script = fileURLToPath(new URL('../../server/import.ts', import.meta.url))
  const files = sources.map(({ name }) => name)
  // A folder that is named goes before the database of the clinic.
  const named = values.data === undefined ? null : placeHere(values.data, desk).folder
  const env = named === null ? desk.env : { ...desk.env, FACIALIS_DATA: named, FACIALIS_DATABASE_URL: undefined }
  const child = childOf(desk, [script, ...(aside === undefined ? [] : ['--aside', aside]), ...files], { env })
  desk.whenEnded(() => child.kill())
  return ended(child)
}
