import { ok, type Result, refuse } from '../core/refusal.ts'
import { commonPasswords } from './common-passwords.ts'

// OWASP's second recommended setting for argon2id: 19 MiB, two passes, one lane. About 30 ms of one core.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const shortest = 12
const longest = 200

// The native module is loaded when the first password is, not when the server starts.
const argon2 = () => import('@node-rs/argon2')

/** Whether a password may be chosen. Length counts, not odd signs; passwords that everybody tries first are refused. */
export function checkPassword(password: string, login: string): Result<string> {
  const plain = password.normalize('NFKC')
  const refused = (sentence: string) => refuse(422, 'weak-password', sentence, { where: 'password' })
  if ([...plain].length < shortest)
    return refused(`A password has at least ${shortest} characters; a sentence is easy to remember.`)
  if (plain.length > longest) return refused(`A password has at most ${longest} characters.`)
  const bare = bared(plain)
  if (new Set(bare).size < 4) return refused('This password repeats the same few characters. Choose another one.')
  if (login.length >= 4 && bare.replaceAll(bared(login), '').length < 6)
    return refused('The password is little more than the sign-in name.')
  if (commonPasswords.has(bare)) return refused('This password is on lists of common passwords. Choose another one.')
  return ok(plain)
}

/** Letters only, digits and signs at the end left off, common swaps undone: `P@ssw0rd2024!!` is `password`. */
const bared = (password: string): string =>
  password
    .toLowerCase()
    .replace(/[\W\d_]+$/u, '')
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('0', 'o')
    .replaceAll('3', 'e')
    .replace(/[^\p{L}]/gu, '')

export const hashPassword = async (password: string): Promise<string> =>
  (await argon2()).hash(password.normalize('NFKC'), cost)

let nobody: Promise<string> | undefined

/** Compares a password. Without a hash the same work is done and the answer is no, so that time tells nothing. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const { verify } = await argon2()
  nobody ??= hashPassword('nobody has this password')
  // Also where it is not needed: the first time it takes a while.
  const nobodys = await nobody
  const fits = await verify(hash ?? nobodys, password.normalize('NFKC').slice(0, longest * 4))
  return hash !== null && fits
}
