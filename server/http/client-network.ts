import { isIP } from 'node:net'

/**
 * The key for rate limits: an IPv4 address, or the /64 prefix of an IPv6 address, since a household usually has 2^64 of them.
 */
export function clientNetworkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? []
  if (mapped !== undefined) return mapped
  const [first = [], last = []] = (address.split('%', 1)[0] ?? '')
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':')))
  // What "::" stands for; nothing where it is written out.
  const zeros = Array(8 - first.length - last.length).fill('0')
  const half = [...first, ...zeros, ...last].slice(0, 4)
  return `${half.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
