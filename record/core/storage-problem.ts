import type { Problem, Refusal } from './problem.ts'

type Words = readonly [code: string, sentence: string]

const busy: Words = [
  'storage-busy',
  'Another process is writing to the record and did not finish in time. Nothing was saved.',
]
const readOnly: Words = ['storage-read-only', 'The record may not be written to. Nothing was saved.']
const notAllowed: Words = ['storage-read-only', 'Access to this place was denied. Nothing was saved.']
const failed: Words = ['storage-failed', 'The disk reported an error. Nothing was saved.']
const damaged: Words = ['storage-damaged', 'The record file is damaged. Restore it from a backup.']
const tooLong: Words = ['storage-unusable', 'The name of this file or folder is too long. Nothing was saved.']
const full: Words = ['storage-full', 'The disk is full. Nothing was saved.']
const unreachable: Words = ['storage-unreachable', 'The database cannot be reached. Nothing was saved.']
const unknown = 'storage-unknown'
const notKnown = 'it is not known whether this was saved. Check before trying again.'

// Primary result codes of SQLite, https://www.sqlite.org/rescode.html. Everything else is a bug of ours and stays a throw.
const sqliteWords = new Map<number, Words>([
  [5, busy],
  [8, readOnly],
  [10, failed],
  [11, damaged],
  [13, full],
  [14, ['storage-unusable', 'The record file cannot be opened.']],
  [26, ['storage-not-a-record', 'The file is not a record.']],
])

// SQLSTATE, https://www.postgresql.org/docs/15/errcodes-appendix.html, the whole code or its class; and what the connection says.
const postgresWords = new Map<string, Words>([
  ['55P03', busy],
  ['40001', busy],
  ['40P01', busy],
  ['25006', readOnly],
  ['53100', full],
  ['58', failed],
  ['XX001', damaged],
  ['XX002', damaged],
  ['53300', unreachable],
  ['57P', unreachable],
  ['25P03', unreachable],
  ['08', unreachable],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'].map(
    (code) => [code, unreachable] as const,
  ),
])

// What the system says of a file, https://man7.org/linux/man-pages/man3/errno.3.html. That there is none is a bug of ours.
const systemWords = new Map<string, Words>([
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['EACCES', notAllowed],
  ['EPERM', notAllowed],
  ['EROFS', notAllowed],
  ['EIO', failed],
  ['ENAMETOOLONG', tooLong],
])

/** The problem behind an error of a database or a file, or null when the error is not about storage. */
export function storageProblem(error: unknown): Problem | null {
  const words = wordsFor(error)
  return words ? { code: words[0], sentence: words[1], where: 'storage' } : null
}

/** The same as a refusal; an error that is not about storage is thrown on. */
export function storageRefusal(error: unknown): Refusal {
  const problem = storageProblem(error)
  if (problem === null) throw error
  return { ok: false, problem }
}

/** The same of a place that somebody named, which may be none: whatever the system says of it is about the place. */
export function placeProblem(error: unknown, where: string): Problem | null {
  const problem = storageProblem(error)
  if (problem) return { ...problem, where }
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return null
  const sentence = placeWords.get(String(error.code)) ?? `This place cannot be used: ${error.message}.`
  return { code: 'storage-unusable', sentence, where }
}

const fileThere = 'A file stands where a folder should be.'
const placeWords = new Map([
  ['EEXIST', fileThere],
  ['ENOTDIR', fileThere],
  ['ENOENT', 'There is no such folder, and it cannot be created.'],
])

/** The same where the last thing asked was to commit: a connection that breaks then leaves the outcome open. */
export function atCommit(error: unknown): Problem | null {
  const words = wordsFor(error)
  if (words !== unreachable) return storageProblem(error)
  return { code: unknown, sentence: `The connection to the database broke while saving: ${notKnown}`, where: 'storage' }
}

/** The same where it was committed, and the disk was asked to have it: whatever it says leaves the outcome open. */
export function afterCommit(error: unknown): Problem | null {
  if (wordsFor(error) === undefined) return null
  return { code: unknown, sentence: `The disk reported an error while saving: ${notKnown}`, where: 'storage' }
}

function wordsFor(error: unknown): Words | undefined {
  if (!(error instanceof Error)) return undefined
  if ('errcode' in error && typeof error.errcode === 'number') return sqliteWords.get(error.errcode & 0xff)
  if (isBrokenConnection(error)) return unreachable
  if (!('code' in error) || typeof error.code !== 'string') return undefined
  const { code } = error
  return (
    systemWords.get(code) ??
    postgresWords.get(code) ??
    postgresWords.get(code.slice(0, 3)) ??
    postgresWords.get(code.slice(0, 2))
  )
}

/** The client has no codes for these. */
const isBrokenConnection = (error: Error): boolean =>
  ('syscall' in error && error.syscall === 'connect') ||
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout e)/.test(error.message)
