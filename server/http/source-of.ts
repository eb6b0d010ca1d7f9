import { isIP } from 'node:net'

/**
 * Where something comes from, as what is too often is counted. By IPv6 anybody has 2^64 addresses at home, so those that
 * share the half which is given out count as one.
 */
export function sourceOf(address: string): string {
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
