import { hash, randomBytes } from 'node:crypto'

/** JSON with sorted member names and no spaces: equal values give equal bytes. Members that are undefined are left out, as in JSON. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  let text = ''
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) text += `${at === 0 ? '' : ','}${canonical(value[at] ?? null)}`
    return `[${text}]`
  }
  for (const name of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[name]
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonical(member)}`
  }
  return `{${text}}`
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content)

/** Without a salt, the hash of a short personal value could be guessed back from the audit chain after its erasure. */
export const newSalt = (): string => randomBytes(16).toString('hex')

/** As many salts; asking for chance once takes less than asking each time. */
export function newSalts(many: number): readonly string[] {
  const digits = randomBytes(16 * many).toString('hex')
  return Array.from({ length: many }, (_, at) => digits.slice(32 * at, 32 * (at + 1)))
}

/** 256 random bits for a session or a link, safe in an address. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')
