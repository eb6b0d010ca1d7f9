import { memoiseWeak } from '@facialis/language'
import { isObject } from '../json/json.ts'
import { foldText } from './fold-text.ts'

/** Words that make another thing of what they stand beside: it is given against it, or against what it does. */
const kinds = ['antitoxin', 'anti-toxin', 'antiserum', 'immune globulin', 'immunoglobulin', 'toxoid']

/**
 * The same without the general name of the treatment wherever words beside it make it something else: what is given against
 * it, or against the disease, is not it, and nobody waits for it. Whatever else is named stays named.
 */
export function withoutOtherKinds<T>(value: T, treatment: Meant): T {
  const { expression } = prepared(treatment)
  return expression === null ? value : (without(value, expression) as T)
}
type Meant = Readonly<{ stems: readonly string[] }>
/** Made once, for whatever comes in is looked through. */
const prepared = memoiseWeak((treatment: Meant) => ({ expression: expressionOf(treatment) }))

/** "Botulinum antitoxin, equine", "botulinum A/B immune globulin"; not "botulinum toxin and tetanus toxoid". */
function expressionOf({ stems }: Meant): RegExp | null {
  if (stems.length === 0) return null
  const [stem, kind] = [stems, kinds].map((words) => `(?:${words.map(foldText).join('|')})`)
  const name = `(?<![a-z])${stem}(?:um|us)?(?![a-z])(?!\\W+toxin)`
  const between = '(?:[ ,/()-]+(?!toxin|and |not |no )[a-z0-9-]+){0,3}?[ ,/()-]+'
  return new RegExp(`${name}${between}${kind}|(?<![a-z])${kind}[ ,/()-]+${name}`, 'g')
}

/** Nearly nothing has any of it, and is handed back as it is: only of what changes a copy is made. */
function without(value: unknown, expression: RegExp): unknown {
  if (typeof value === 'string') {
    const looked = foldText(value)
    return looked.search(expression) < 0
      ? value
      : looked.replace(expression, (found) => kinds.find((kind) => found.includes(kind)) ?? ' ')
  }
  if (Array.isArray(value)) {
    let made: unknown[] | null = null
    for (let at = 0; at < value.length; at++) {
      const one = without(value[at], expression)
      if (one === value[at]) continue
      made ??= [...value]
      made[at] = one
    }
    return made ?? value
  }
  if (!isObject(value)) return value
  let made: [string, unknown][] | null = null
  for (const [at, name] of Object.keys(value).entries()) {
    const one = without(value[name], expression)
    if (one === value[name]) continue
    made ??= Object.entries(value)
    made[at] = [name, one]
  }
  return made === null ? value : Object.fromEntries(made)
}
