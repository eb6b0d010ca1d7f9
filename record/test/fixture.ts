import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Actor, type Change, type DurableRecord, openRecord, type RecordOptions, type Resource } from '../index.ts'
import { knowing } from './fixture-knowledge.ts'

export const nurse: Actor = { id: 'demo-nurse', role: 'nurse' }
export const clinician: Actor = { id: 'demo-clinician', role: 'clinician' }

const endings: (() => unknown)[] = []

/** Closes and removes what a test opened, the last first. For `afterEach`. */
export async function cleanUp(): Promise<void> {
  for (const end of endings.splice(0).toReversed()) await end()
}

/** An empty folder that is gone after the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'facialis-record-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that moves one second at each look. */
export function tickingClock(start = '2026-11-23T08:00:00.000Z'): () => string {
  let time = new Date(start).getTime()
  return () => {
    time += 1000
    return new Date(time).toISOString()
  }
}

export async function opened(folder: string, options: RecordOptions = {}): Promise<DurableRecord> {
  const result = await openRecord(folder, { now: tickingClock(), ...knowing, ...options })
  if (!result.ok) throw new Error(result.problem.sentence)
  const record = result.value
  endings.push(() => record.close().catch(() => {}))
  return record
}

export const freshRecord = (options: RecordOptions = {}): Promise<DurableRecord> => opened(freshFolder(), options)

export const create = (resource: Resource): Change => ({ method: 'create', resource })
export const update = (resource: Resource & { id: string }, expectedVersion: number | 'any' = 'any'): Change => ({
  method: 'update',
  resource,
  expectedVersion,
})
export const remove = (type: string, id: string, expectedVersion: number | 'any' = 'any'): Change => ({
  method: 'delete',
  type,
  id,
  expectedVersion,
})

export const ada = { resourceType: 'Patient', id: 'ada', name: 'Demo Ada Sample' }
export const ben = { resourceType: 'Patient', id: 'ben', name: 'Demo Ben Sample' }
export const task = (id: string, more: Record<string, unknown> = {}) => ({
  resourceType: 'Task',
  id,
  patient: 'ada',
  ...more,
})

/** Writes and insists. */
export async function write(record: DurableRecord, ...changes: Change[]) {
  const result = await record.act({ actor: nurse, action: 'write', changes })
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}

/** The file as somebody with access to the disk sees it, past our code; given to `damage` with the triggers taken away. */
export function behindOurBack(folder: string, damage: (file: DatabaseSync) => void): void {
  const file = new DatabaseSync(join(folder, 'record.sqlite'))
  const triggers = file.prepare("select name from sqlite_master where type = 'trigger'").all()
  for (const { name } of triggers) file.exec(`drop trigger ${String(name)}`)
  damage(file)
  file.close()
}
