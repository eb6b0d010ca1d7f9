import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type DurableRecord,
  ok,
  type Result,
  readHeads,
  refuse,
  type SignedHead,
  signHead,
  writtenHead,
} from '@facialis/record'
import { makeFolder } from '@facialis/record/core/make-folder.ts'

/** Where signed ends of the audit trail are noted, and what signs them. Best on another disk, the key on a third. */
export type HeadsPlace = Readonly<{ folder: string; keyFile: string }>

export type AuditHeads = Readonly<{
  /** Signs the end of the trail and notes it, unless it is the one noted last. */
  note: () => Promise<void>
  /** Everything noted so far. Problems: `head-unreadable`, `head-forged`. */
  noted: () => Result<readonly SignedHead[]>
}>

const fileName = 'audit-heads.ndjson'

/** Makes a key where there is none. Problems: `heads-unusable`. */
export function openAuditHeads(
  { folder, keyFile }: HeadsPlace,
  { record, now }: Readonly<{ record: DurableRecord; now: () => string }>,
): Result<AuditHeads> {
  try {
    makeFolder(folder)
  } catch (error) {
    return unusable('FACIALIS_HEADS', `the folder cannot be created (${reasonOf(error)})`, folder)
  }
  const found = keyIn(keyFile)
  if (!found.ok) return found
  const key = found.value
  const file = join(folder, fileName)
  const noted = (): Result<readonly SignedHead[]> =>
    existsSync(file) ? readHeads(readFileSync(file, 'utf8'), key) : ok([])
  let last: string | null = null
  const note = async () => {
    const head = await record.auditHead()
    if (head.seq === 0 || head.hash === last) return
    append(file, writtenHead(signHead(head, now(), key)))
    last = head.hash
  }
  return ok({ note, noted })
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'no more is known')
const unusable = (setting: string, why: string, where: string) =>
  refuse('heads-unusable', `Signed heads of the audit trail cannot be saved. ${setting}: ${why}.`, where)

function keyIn(path: string): Result<KeyObject> {
  let pem: Buffer
  try {
    if (!existsSync(path)) {
      const { privateKey } = generateKeyPairSync('ed25519')
      writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    }
    pem = readFileSync(path)
  } catch (error) {
    return unusable('FACIALIS_HEADS_KEY', `the key can be neither read nor created (${reasonOf(error)})`, path)
  }
  const key = privateKeyIn(pem)
  if (key?.asymmetricKeyType === 'ed25519') return ok(key)
  return unusable(
    'FACIALIS_HEADS_KEY',
    'the file does not contain a private Ed25519 key in PEM, such as Facialis creates if there is none',
    path,
  )
}

function privateKeyIn(pem: Buffer): KeyObject | null {
  try {
    return createPrivateKey(pem)
  } catch {
    return null
  }
}

/** On the disk before anybody is told that it was noted. */
function append(path: string, line: string): void {
  const file = openSync(path, 'a', 0o600)
  try {
    appendFileSync(file, line)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
