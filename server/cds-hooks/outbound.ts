import { lookup } from 'node:dns'
import { request } from 'node:https'
import { BlockList, isIP } from 'node:net'

/** Fetches JSON from a registered address; null for every reason why there is none. */
export type Fetch = (address: string) => Promise<unknown>

const longestWait = 3000
const largest = 1024 * 1024

/** Never asked, whoever registered them: this machine itself, and the addresses at which clouds tell secrets. */
const never = new BlockList()
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['0.0.0.0', 8],
] as const)
  never.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::1', 128],
  ['::', 128],
  ['fe80::', 10],
  ['fd00:ec2::', 32],
] as const)
  never.addSubnet(net, bits, 'ipv6')

export const isBlockedAddress = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const family = isIP(mapped)
  return family === 0 || never.check(mapped, family === 6 ? 'ipv6' : 'ipv4')
}

/**
 * One GET over https: no redirect is followed, the name is looked up once and that very address is asked, three seconds,
 * a megabyte, JSON only.
 */
export const fetchOverHttps: Fetch = (address) =>
  new Promise((resolve) => {
    const url = URL.parse(address)
    const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
    if (url === null || url.protocol !== 'https:' || (isIP(host) !== 0 && isBlockedAddress(host))) return resolve(null)
    const nothing = () => resolve(null)
    const signal = AbortSignal.timeout(longestWait)
    const asked = request(url, {
      signal,
      headers: { accept: 'application/json' },
      lookup: (name, options, done) =>
        lookup(name, { ...options, all: true }, (error, found) => {
          const [first] = found ?? []
          if (error || first === undefined || found.some((one) => isBlockedAddress(one.address)))
            return done(error ?? new Error('never asked'), [])
          return options.all ? done(null, found) : done(null, first.address, first.family)
        }),
    })
    asked.on('error', nothing)
    asked.on('response', (response) => {
      const isJson = /^application\/(json|jwk-set\+json)\b/.test(response.headers['content-type'] ?? '')
      if (response.statusCode !== 200 || !isJson) {
        asked.destroy()
        return nothing()
      }
      const parts: Buffer[] = []
      let size = 0
      response.on('error', nothing)
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size > largest) {
          asked.destroy()
          nothing()
        } else parts.push(part)
      })
      response.on('end', () => {
        try {
          resolve(JSON.parse(Buffer.concat(parts).toString('utf8')))
        } catch {
          nothing()
        }
      })
    })
    asked.end()
  })
