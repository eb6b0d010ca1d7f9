import type { KeyObject } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Attestation, ReadDigests } from '@facialis/engine/govern/index.ts'
import { parseDate } from '@facialis/language'
import { canonical } from '@facialis/record'
import { ExitError } from '../input/exit-error.ts'
import { sha256 } from '../input/versions.ts'
import { fileName } from '../output/file-name.ts'
import { writeNew } from '../output/write-new.ts'
import { isSignedBy, publicOf } from './keys.ts'

/** Where the signatures stand that came with this copy, and who may sign. */
export const shippedAttestations = fileURLToPath(
  import.meta.resolve('@facialis/knowledge/attestations/signers.json'),
).replace(/signers\.json$/, '')
export const signersFile = 'signers.json'
export const attestationEnding = '.attestation.json'

/** Somebody whose signature counts. */
export type Signer = Readonly<{ name: string; role: string; publicKey: string }>

/** An attestation as its file holds it. */
export type SignedFile = Attestation & Readonly<{ signature: string }>

/** What is signed: all of an attestation but the signature, in one order of its keys. */
export const signedText = ({ by, role, on, parts }: Attestation): string => canonical({ by, role, on, parts })

export function signersIn(folder: string): readonly Signer[] {
  const found = jsonAt(join(folder, signersFile))
  const isSigner = (one: unknown): one is Signer => isRecord(one) && hasTexts(one, ['name', 'role', 'publicKey'])
  if (!Array.isArray(found) || !found.every(isSigner))
    throw new ExitError(`${join(folder, signersFile)} is not a list of signers, each with name, role and publicKey.`)
  return found
}

/**
 * The signatures in a folder. One that is nobody's whose signature counts, or stands under something else than was
 * signed, is not left out in silence: it stops the command.
 */
export function attestationsIn(folder: string): readonly Attestation[] {
  const signers = signersIn(folder)
  return readdirSync(folder)
    .filter((name) => name.endsWith(attestationEnding))
    .sort()
    .map((name) => {
      const path = join(folder, name)
      const file = jsonAt(path)
      if (!isSignedFile(file))
        throw new ExitError(`${path} is not an attestation: it needs by, role, on, parts and signature.`)
      requireSignature(path, { ...file, text: signedText(file) }, { signers, gives: 'signature' })
      return file
    })
}

/** The keys with which somebody signs. */
export const keysOf = ({ by, role }: Pick<Attestation, 'by' | 'role'>, signers: readonly Signer[]): readonly string[] =>
  signers.filter((one) => one.name === by && one.role === role).map(({ publicKey }) => publicKey)

/** Who signs, with their key. @throws ExitError when what they sign would not count */
export function signerWith(
  key: KeyObject,
  { folder, as, signers, gives }: Readonly<{ folder: string; as: string; signers: readonly Signer[]; gives: Gives }>,
): Signer {
  const signer = signers.find(({ name, publicKey }) => name === as && publicKey === publicOf(key))
  if (signer) return signer
  throw new ExitError(
    `${join(folder, signersFile)} names no ${JSON.stringify(as)} with this key: their ${gives} would not count.`,
  )
}

/** Keeps what was signed in a file of its own: somebody may sign more than once a day, and two may have one name. @returns its path */
export function keepSigned(
  folder: string,
  file: Readonly<{ by: string; signature: string }>,
  { begins, ending, already }: Readonly<{ begins: string; ending: string; already: string }>,
): string {
  const words = [begins, fileName(file.by), sha256(file.signature).slice(0, 8)]
  const path = join(folder, `${words.filter(Boolean).join('-')}${ending}`)
  writeNew(path, `${JSON.stringify(file, null, 1)}\n`, { already })
  return path
}

type Gives = 'signature' | 'word'
type Signed = Readonly<{ by: string; role: string; text: string; signature: string }>

/** @throws ExitError when a file is nobody's who counts, or stands under something else than was signed */
export function requireSignature(
  path: string,
  { by, role, text, signature }: Signed,
  { signers, gives }: Readonly<{ signers: readonly Signer[]; gives: Gives }>,
): void {
  const keys = keysOf({ by, role }, signers)
  if (keys.length === 0)
    throw new ExitError(
      `${path} is signed by ${by} (${role}), whose ${gives} does not count: ${signersFile} does not name them.`,
    )
  if (!keys.some((key) => isSignedBy(key, { text, signature })))
    throw new ExitError(`${path} was changed after it was signed, or is not signed by ${by}.`)
}

/** @throws ExitError when it cannot be read, or is no JSON */
export function jsonAt(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ExitError(`${path} cannot be read${error instanceof SyntaxError ? ': it is not JSON' : ''}.`)
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const hasTexts = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'string')

const isRead = (value: unknown): value is ReadDigests =>
  isRecord(value) && hasTexts(value, ['passages', 'rule', 'examples'])

const isSignedFile = (value: unknown): value is SignedFile =>
  isRecord(value) &&
  hasTexts(value, ['by', 'role', 'on', 'signature']) &&
  parseDate(String(value.on)) !== null &&
  isRecord(value.parts) &&
  Object.values(value.parts).every(isRead)
