import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ExitError } from '../input/exit-error.ts'
import { writeNew } from '../output/write-new.ts'

/** Makes a new key to sign with (Ed25519), in a file that only its owner may read. @returns the public one, base64 of its SPKI form */
export function newKey(path: string): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  // What was signed with an older key could not be told from a forgery any more.
  const already = 'a key is never overwritten'
  writeNew(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { already, mode: 0o600 })
  return publicOf(publicKey)
}

/** @throws ExitError when the file holds no Ed25519 key */
export function keyIn(path: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(readFileSync(path))
  } catch {
    throw new ExitError(`${path} holds no signing key; "facialis attest --new-key FILE" creates one.`)
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new ExitError(`${path} holds another kind of key; an Ed25519 key is needed.`)
  return key
}

export const publicOf = (key: KeyObject): string =>
  (key.type === 'public' ? key : createPublicKey(key)).export({ type: 'spki', format: 'der' }).toString('base64')

export const signedBy = (key: KeyObject, text: string): string => sign(null, Buffer.from(text), key).toString('base64')

/** Whether a text was signed with the key that belongs to this public one. */
export function isSignedBy(
  publicKey: string,
  { text, signature }: Readonly<{ text: string; signature: string }>,
): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
