import type { SmartIssuer } from '@facialis/wire'
import { lastingAccesses } from '@facialis/wire/api/smart.ts'
import * as z from 'zod/mini'
import { readRegistryFile } from '../core/registry-file.ts'

const address = z.string().check(
  z.maxLength(2000),
  z.refine(
    (text) => isAddress(text),
    'An address begins with https:// (http:// is allowed on this machine), without user name, password, ?, # or characters such as *.',
  ),
  z.refine(
    (text) => !isAddress(text) || isAsWritten(text),
    'Write the address as browsers do: its host in lower case, without :443 or :80, and without dot segments.',
  ),
)

/** Browsers compare whole origins: what stands behind one would be left out of account. */
const origin = z.refine<string>(
  (text) => !isAddress(text) || withoutSlash(text) === new URL(text).origin,
  'Name a page that may frame ours by its origin, such as https://ehr.example, without a path.',
)

const shape = z.strictObject({
  issuers: z.array(
    z.strictObject({
      iss: address,
      name: z.string().check(z.minLength(1), z.maxLength(100)),
      clientId: z.string().check(z.minLength(1), z.maxLength(500)),
      tokenEndpoint: z.optional(address),
      lastingAccess: z.optional(z.enum(lastingAccesses)),
      framedBy: z.optional(z.array(address.check(origin)).check(z.maxLength(20))),
    }),
  ),
})

/** What it may be written with, too: it becomes part of what browsers are told, where `*` and `;` have a meaning. */
function isAddress(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '' || /[^\w.~:/@%[\]-]/.test(text)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere(url.hostname))
}

/** Pages are followed by comparing addresses, and browsers write every address in one way. */
const isAsWritten = (text: string): boolean => withoutSlash(new URL(text).href) === withoutSlash(text)

const withoutSlash = (address: string): string => address.replace(/\/+$/, '')

const isHere = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/** Reads the file that names the systems from which Facialis may be opened; what is wrong with it is one sentence. */
export async function readIssuers(path: string): Promise<readonly SmartIssuer[] | Readonly<{ sentence: string }>> {
  const read = await readRegistryFile(path, 'FACIALIS_SMART_ISSUERS', shape)
  if (!read.ok) return read
  const issuers = read.value.issuers.map(({ iss, tokenEndpoint, lastingAccess, framedBy = [], ...rest }) => ({
    ...rest,
    iss: withoutSlash(iss),
    tokenEndpoint: tokenEndpoint ?? null,
    lastingAccess: lastingAccess ?? null,
    framedBy: framedBy.map(withoutSlash),
  }))
  const twice = issuers.findIndex(({ iss }, at) => issuers.findIndex((one) => one.iss === iss) < at)
  return twice < 0
    ? issuers
    : { sentence: `FACIALIS_SMART_ISSUERS: ${path}, at issuers[${twice}]: this address appears twice.` }
}
