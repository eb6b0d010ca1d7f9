import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Pathway } from '@facialis/language'
import { canonical } from '@facialis/record'
import { ExitError } from '../input/exit-error.ts'
import { sha256 } from '../input/versions.ts'
import { jsonAt, keepSigned, keysOf, requireSignature, type Signer, signersIn, signerWith } from './attestations.ts'
import { keyIn, signedBy } from './keys.ts'
import { readingNow } from './standing.ts'

const ending = '.sign-off.json'

/** Somebody's word that one version may be released as it stands, and who wrote what is new in it. */
type SignOff = Readonly<{
  by: string
  role: string
  on: string
  version: string
  authors: readonly string[]
  /** Of every part as it was read. */
  fingerprint: string
}>
type SignedOff = SignOff & Readonly<{ signature: string }>

const textOf = ({ by, role, on, version, authors, fingerprint }: SignOff): string =>
  canonical({ by, role, on, version, authors, fingerprint })

const fingerprintOf = (pathway: Pathway): string =>
  sha256(
    canonical({ version: pathway.version, parts: [...readingNow(pathway)].map(([{ name }, read]) => [name, read]) }),
  )

export type SigningOff = Readonly<{ folder: string; as: string; key: string; authors: readonly string[]; on: string }>

/** Signs a version off, and says who wrote it. @returns the file. @throws ExitError, for an author too */
export function signOff(pathway: Pathway, { folder, as, key: keyFile, authors, on }: SigningOff): string {
  const key = keyIn(keyFile)
  const signers = signersIn(folder)
  const signer = signerWith(key, { folder, as, signers, gives: 'word' })
  const said = { by: as, role: signer.role, on, version: pathway.version, authors, fingerprint: fingerprintOf(pathway) }
  if (isAuthor(said, signers)) throw new ExitError(`${as} wrote it: somebody else must sign it off.`)
  const file: SignedOff = { ...said, signature: signedBy(key, textOf(said)) }
  // What somebody said of this version before it was changed stays, though it counts no more.
  return keepSigned(folder, file, { begins: pathway.version, ending, already: 'this was signed off' })
}

/** Refuses a version that on a day nobody but who wrote it stands behind. @throws ExitError */
export function requireSignOff(pathway: Pathway, folder: string, on: string): void {
  const signers = signersIn(folder)
  const counts = (one: SignedOff) =>
    // As with a signature under a part, what is dated ahead does not count until its day.
    one.on <= on && one.fingerprint === fingerprintOf(pathway) && !isAuthor(one, signers)
  if (signOffsOf(pathway, { folder, signers }).some(counts)) return
  throw new ExitError(
    `Not released: nobody except its authors has signed off ${pathway.version} as it stands. ` +
      'Somebody else must: facialis attest --sign-off --author "WHO WROTE IT" --as "NAME" --key FILE. With --draft it is released as a draft.',
  )
}

/** By name, or by a key that is an author's under another name. */
function isAuthor(
  { by, role, authors }: Pick<SignOff, 'by' | 'role' | 'authors'>,
  signers: readonly Signer[],
): boolean {
  const like = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
  const wrote = new Set(authors.map(like))
  const theirs = new Set(signers.filter(({ name }) => wrote.has(like(name))).map(({ publicKey }) => publicKey))
  return wrote.size === 0 || wrote.has(like(by)) || keysOf({ by, role }, signers).some((key) => theirs.has(key))
}

/**
 * What is signed off of this version. A word that is nobody's whose word counts, or stands under something else than was
 * signed, is not left out in silence: it stops the command.
 */
function signOffsOf(
  { version }: Pathway,
  { folder, signers }: Readonly<{ folder: string; signers: readonly Signer[] }>,
): readonly SignedOff[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .flatMap((name) => {
      const path = join(folder, name)
      const file = signedOffAt(path)
      if (file.version !== version) return []
      requireSignature(path, { ...file, text: textOf(file) }, { signers, gives: 'word' })
      return [file]
    })
}

function signedOffAt(path: string): SignedOff {
  const file = jsonAt(path)
  if (isSignedOff(file)) return file
  throw new ExitError(`${path} is not a sign-off: it needs by, role, on, version, authors, fingerprint and signature.`)
}

function isSignedOff(value: unknown): value is SignedOff {
  if (typeof value !== 'object' || value === null) return false
  const { by, role, on, version, authors, fingerprint, signature } = value as Partial<SignedOff>
  const texts = [by, role, on, version, fingerprint, signature].every((text) => typeof text === 'string')
  return texts && Array.isArray(authors) && authors.every((one) => typeof one === 'string')
}
