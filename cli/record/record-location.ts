import { statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DurableRecord, openRecord, type Problem } from '@facialis/record'
import { databaseAddress } from '@facialis/record/core/database-address.ts'
import { unknownSetting } from '@facialis/record/core/setting-names.ts'
import { ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'

/** Where a record is stored: a file in a folder, or a PostgreSQL database. */
export type RecordLocation = Readonly<{ folder: string; database: string | null; fileName: string }>

/** The options of every command that reads a record. */
export const locationOptions = { data: { type: 'string' } } as const

const fileName = 'record.sqlite'
const root = fileURLToPath(new URL('..', new URL('..', import.meta.url)))

/** The record that the settings name, or the one in the folder of `--data`. @throws ExitError */
export function recordLocation(data: string | undefined, { env }: Pick<CommandIo, 'env'>): RecordLocation {
  if (data === '') throw new ExitError('--data needs a folder name.')
  if (data !== undefined) return { folder: resolve(data), database: null, fileName }
  // With a mistyped setting another record would be read, and verified, or backed up every night.
  const stray = unknownSetting(env)
  if (stray !== null) throw new ExitError(stray)
  const kept = databaseAddress(env)
  if ('sentence' in kept) throw new ExitError(kept.sentence)
  return { folder: resolve(root, env.FACIALIS_DATA || 'data'), database: kept.database, fileName }
}

/** A file that is a record by itself, such as a backup. @throws ExitError */
export function locationOfFile(path: string): RecordLocation {
  if (statSync(resolve(path), { throwIfNoEntry: false })?.isDirectory())
    throw new ExitError(
      `${path === '' ? 'An empty name' : path} is a folder, not a file: --data names the folder of a record.`,
    )
  return { folder: dirname(resolve(path)), database: null, fileName: basename(path) }
}

/**
 * Opens a record read-only, runs a function on it and closes it. Others may write to it meanwhile. `since` is the lowest schema
 * that holds what is read; `damaged` handles a file too broken to be opened. @throws ExitError
 */
export async function withRecord<T>(
  place: RecordLocation,
  look: (record: DurableRecord) => Promise<T>,
  { since, damaged }: Readonly<{ since?: number; damaged?: (problem: Problem) => T }> = {},
): Promise<T> {
  const opened = await openRecord(place.folder, {
    ...place,
    onlyReading: true,
    ...(since === undefined ? {} : { since }),
  })
  if (!opened.ok && damaged && opened.problem.code === 'storage-damaged') return damaged(opened.problem)
  if (!opened.ok) throw new ExitError(`${opened.problem.sentence} (${opened.problem.where})`)
  try {
    return await look(opened.value)
  } finally {
    await opened.value.close()
  }
}
