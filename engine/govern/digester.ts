import { memoiseWeak } from '@facialis/language'

/** A fingerprint of a text; the same text has the same one, on every machine. */
export type Hash = (text: string) => string

/**
 * Merkle digests of data in canonical form: key order, sharing and layout make no difference. An object that `nameOf` names is
 * replaced by its name where it is referred to, so the digest of a rule does not change with a fact it reads; at the root an
 * object is digested by content. `meant` maps an object to what stands for it where it is referred to.
 */
export function digester(
  hash: Hash,
  nameOf: (mentioned: object) => string | null = () => null,
  meant: (mentioned: object) => object = (one) => one,
) {
  const digest: (whole: object) => string = memoiseWeak((whole) =>
    hash(
      Array.isArray(whole)
        ? `[${whole.map(mentioned).join()}]`
        : `{${entriesOf(whole)
            .map(([key, value]) => `${JSON.stringify(key)}:${mentioned(value)}`)
            .join()}}`,
    ),
  )
  const mentioned = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const one = meant(value)
    const name = nameOf(one)
    return name === null ? `#${digest(one)}` : `@${JSON.stringify(name)}`
  }
  return digest
}

/** What a node says, key by key; the words a node can be asked to say of itself are no part of it. */
export const entriesOf = (node: object): readonly (readonly [string, unknown])[] =>
  Object.entries(node)
    .filter(([, value]) => value !== undefined && typeof value !== 'function')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
