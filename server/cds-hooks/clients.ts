import type { JSONWebKeySet } from 'jose'
import * as z from 'zod/mini'
import { serviceIds } from '../cards/services.ts'
import { readRegistryFile } from '../core/registry-file.ts'
import { isUsable } from './usable-key.ts'

/** A system that may ask, as the administrator registered it. Who is not registered is nobody. */
export type Client = Readonly<{
  name: string
  /** The `iss` of its tokens. */
  issuer: string
  /** Its public keys; where they are not known here, they are fetched from the one address that its tokens may name. */
  keys: JSONWebKeySet | null
  jku: string | null
  services: readonly string[]
  /** Origins of its pages, where it asks from a browser. */
  origins: readonly string[]
}>

/** Who may ask, and our own address as they know it: the `aud` of their tokens is an address below it. */
export type Registered = Readonly<{ address: string; clients: readonly Client[] }>

const https = z.string().check(
  z.maxLength(2000),
  z.refine((text) => isHttps(text), 'An address begins with https:// and has neither name nor password in it.'),
)
const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))

const shape = z.strictObject({
  clients: z.array(
    z.strictObject({
      name: z
        .string()
        .check(
          z.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'A name consists of lower-case letters, digits, dots and dashes.'),
        ),
      issuer: text(2000),
      keys: z.optional(z.strictObject({ keys: z.array(z.record(z.string(), z.unknown())).check(z.minLength(1)) })),
      jku: z.optional(https),
      services: z.array(z.enum(serviceIds as [string, ...string[]])),
      origins: z.optional(
        z.array(z.string().check(z.refine((one) => isOrigin(one), 'Write an origin like https://ehr.example.org.'))),
      ),
    }),
  ),
})

function isHttps(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === ''
}

const isOrigin = (text: string): boolean => URL.parse(text)?.origin === text && /^https?:/.test(text)

/** Reads the file in which clients are registered; what is wrong with it is one sentence that says where. */
export async function readClients(
  path: string,
  address: string | null,
): Promise<Registered | Readonly<{ sentence: string }>> {
  const bad = (sentence: string) => ({ sentence: `FACIALIS_CDS_CLIENTS: ${path}${sentence}` })
  if (address === null)
    return { sentence: 'FACIALIS_CDS_CLIENTS needs FACIALIS_URL: tokens must name this server’s address.' }
  const read = await readRegistryFile(path, 'FACIALIS_CDS_CLIENTS', shape)
  if (!read.ok) return read
  const names = new Set<string>()
  const issuers = new Set<string>()
  for (const [at, { name, issuer, keys, jku }] of read.value.clients.entries()) {
    const where = `, at clients[${at}]`
    if (names.has(name) || issuers.has(issuer)) return bad(`${where}: its name or its issuer appears twice.`)
    names.add(name)
    issuers.add(issuer)
    if (keys === undefined && jku === undefined) return bad(`${where}: it has "keys", or "jku", or both.`)
    const wrong = await wrongKey(keys?.keys ?? [])
    if (wrong !== null) return bad(`${where}.keys: ${wrong}`)
  }
  return {
    address,
    clients: read.value.clients.map(({ keys, jku, origins, ...rest }) => ({
      ...rest,
      keys: (keys as JSONWebKeySet | undefined) ?? null,
      jku: jku ?? null,
      origins: origins ?? [],
    })),
  }
}

async function wrongKey(keys: readonly Readonly<Record<string, unknown>>[]): Promise<string | null> {
  for (const key of keys) {
    if (typeof key.kid !== 'string') return 'a key has a "kid".'
    if ('d' in key || key.kty === 'oct') return 'only public keys are allowed here.'
    if (!(await isUsable(key))) return `the key ${JSON.stringify(key.kid)} cannot be used.`
  }
  return null
}
