import { memoiseWeak } from '@facialis/language'
import { entriesOf, type Hash } from '../govern/digest.ts'
import type { Mutant } from './mutants.ts'

/** Words for people: whoever words something better has changed no rule. */
const onlyWords = new Set(['because', 'text', 'label', 'plural', 'question', 'asks', 'neutral'])
const isOnlyWords = (node: object, key: string): boolean =>
  onlyWords.has(key) || (key === 'name' && Reflect.get(node, 'kind') === 'named')

/**
 * A mark of what is compared when a mutant is settled: everything in which it may show, as it is and with the mistake in
 * it, down to each fact, kind of entry and number of the site that is asked for. Whatever is changed there changes the
 * mark, so that what was proved before counts no more.
 */
export function marking(hash: Hash): (mutant: Mutant) => string {
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
