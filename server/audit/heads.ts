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
import { makeFolder } from '@facialis/record/ground/make-folder.ts'

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
  let key: KeyObject
  try {
    makeFolder(folder)
    key = keyIn(keyFile)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no more is known'
    return refuse('heads-unusable', `Signed ends of the audit trail cannot be kept: ${reason}.`, keyFile)
  }
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

function keyIn(path: string): KeyObject {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  const key = createPrivateKey(readFileSync(path))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds a key of another kind; Ed25519 is needed`)
  return key
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
