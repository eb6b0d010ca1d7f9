import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonical } from '../core/canonical.ts'
import { ok, type Result, refuse } from '../core/problem.ts'
import type { AuditHead } from './audit.ts'

/** The end of the audit trail at some moment, signed: it stands elsewhere, and tells a trail that was cut or made anew. */
export type SignedHead = AuditHead & { readonly at: string; readonly signature: string }

const signedText = ({ seq, hash }: AuditHead, at: string): Buffer => Buffer.from(canonical({ seq, hash, at }))

/** @param key Ed25519, private */
export const signHead = (head: AuditHead, at: string, key: KeyObject): SignedHead => ({
  seq: head.seq,
  hash: head.hash,
  at,
  signature: sign(null, signedText(head, at), key).toString('base64'),
})

export const writtenHead = (head: SignedHead): string => `${canonical(head)}\n`

/**
 * Heads as they were written, one a line.
 * Problems: `head-unreadable`, `head-forged` (not signed with this key); `where` is the line.
 */
export function readHeads(text: string, key: KeyObject): Result<readonly SignedHead[]> {
  const publicKey = key.type === 'public' ? key : createPublicKey(key)
  const heads: SignedHead[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    const where = `line ${index + 1}`
    const head = headIn(line)
    if (!head) return refuse('head-unreadable', `The signed head in ${where} cannot be read.`, where)
    if (!verify(null, signedText(head, head.at), publicKey, Buffer.from(head.signature, 'base64')))
      return refuse(
        'head-forged',
        `The signed head in ${where} was not signed with this key, or has been changed since.`,
        where,
      )
    heads.push(head)
  }
  return ok(heads)
}

function headIn(line: string): SignedHead | null {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return null
  }
  if (typeof read !== 'object' || read === null) return null
  const { seq, hash, at, signature } = read as Partial<Record<keyof SignedHead, unknown>>
  return typeof seq === 'number' && typeof hash === 'string' && typeof at === 'string' && typeof signature === 'string'
    ? { seq, hash, at, signature }
    : null
}
