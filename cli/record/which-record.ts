import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DurableRecord, openRecord, type Problem } from '@facialis/record'
import { databaseAddress } from '@facialis/record/ground/database-address.ts'
import { strayName } from '@facialis/record/ground/setting-names.ts'
import type { Desk } from '../desk/desk.ts'
import { Stop } from '../input/stop.ts'

/** Where a record is: a file in a folder, or a PostgreSQL. */
export type Place = Readonly<{ folder: string; database: string | null; fileName: string }>

/** For every command that looks at a record. */
export const placeOptions = { data: { type: 'string' } } as const

const fileName = 'record.sqlite'
const root = fileURLToPath(new URL('..', new URL('..', import.meta.url)))

/** The record the product itself opens here, or the one in a folder that is named. @throws Stop */
export function placeHere(data: string | undefined, { env }: Pick<Desk, 'env'>): Place {
  if (data === '') throw new Stop('--data names a folder.')
  if (data !== undefined) return { folder: resolve(data), database: null, fileName }
  // With a slip of the pen in a name another record would be looked at, and found whole, or copied every night.
  const stray = strayName(env)
  if (stray !== null) throw new Stop(stray)
  const kept = databaseAddress(env)
  if ('sentence' in kept) throw new Stop(kept.sentence)
  return { folder: resolve(root, env.FACIALIS_DATA || 'data'), database: kept.database, fileName }
}

/** A file that is a record by itself, such as a backup. @throws Stop */
export function placeOfFile(path: string): Place {
  if (statSync(resolve(path), { throwIfNoEntry: false })?.isDirectory())
    throw new Stop(
      `${path === '' ? 'An empty name' : path} is a folder, not a file: --data names the folder of a record.`,
    )
  return { folder: dirname(resolve(path)), database: null, fileName: basename(path) }
}

/**
 * Lets somebody look into a record, which others may be writing to, and changes nothing. `since` is the lowest schema that
 * holds what is looked at; `damaged` is told of a file too broken to be opened. @throws Stop
 */
export async function looking<T>(
  place: Place,
  look: (record: DurableRecord) => Promise<T>,
  { since, damaged }: Readonly<{ since?: number; damaged?: (problem: Problem) => T }> = {},
): Promise<T> {
  const opened = await openRecord(place.folder, {
    ...place,
    onlyReading: true,
    ...(since === undefined ? {} : { since }),
  })
  if (!opened.ok && damaged && opened.problem.code === 'storage-damaged') return damaged(opened.problem)
  if (!opened.ok) throw new Stop(`${opened.problem.sentence} (${opened.problem.where})`)
  try {
    return await look(opened.value)
  } finally {
    await opened.value.close()
  }
}
