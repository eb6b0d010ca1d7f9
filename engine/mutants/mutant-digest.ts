import { memoiseWeak } from '@facialis/language'
import { entriesOf, type Hash } from '../govern/digester.ts'
import type { Mutant } from './mutants.ts'

/** Words for people: whoever words something better has changed no rule. */
const onlyWords = new Set(['because', 'text', 'label', 'plural', 'question', 'asks', 'neutral'])
const isOnlyWords = (node: object, key: string): boolean =>
  onlyWords.has(key) || (key === 'name' && Reflect.get(node, 'kind') === 'named')

/**
 * A digest of the input of an equivalence check: every place where the mutant may be observable, original and mutated, down to
 * facts, kinds of entry and policy numbers. Any change there changes the digest and invalidates the cached verdict.
 */
export function mutantDigest(hash: Hash): (mutant: Mutant) => string {
  const digest: (whole: object) => string = memoiseWeak((whole) => {
    const parts = Array.isArray(whole)
      ? whole.map(said)
      : entriesOf(whole).flatMap(([key, value]) => (isOnlyWords(whole, key) ? [] : [JSON.stringify(key), said(value)]))
    return hash(`${Array.isArray(whole) ? 'list' : 'node'} ${parts.join(' ')}`)
  })
  const said = (value: unknown): string =>
    typeof value === 'object' && value !== null ? digest(value) : JSON.stringify(value)
  return (mutant) =>
    hash(
      mutant
        .shows()
        .map(({ claim, id, node }) => `${claim} ${id} ${digest(node)} ${digest(mutant.now<object>(node))}`)
        .join(' '),
    ).slice(0, 16)
}
