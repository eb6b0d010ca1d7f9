import { onceFor } from '@facialis/language'
import { isObject } from '../json/json.ts'
import { folded } from './folded-words.ts'

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
const prepared = onceFor((treatment: Meant) => ({ expression: expressionOf(treatment) }))

/** "Botulinum antitoxin, equine", "botulinum A/B immune globulin"; not "botulinum toxin and tetanus toxoid". */
function expressionOf({ stems }: Meant): RegExp | null {
  if (stems.length === 0) return null
  const [stem, kind] = [stems, kinds].map((words) => `(?:${words.map(folded).join('|')})`)
  const name = `(?<![a-z])${stem}(?:um|us)?(?![a-z])(?!\\W+toxin)`
  const between = '(?:[ ,/()-]+(?!toxin|and |not |no )[a-z0-9-]+){0,3}?[ ,/()-]+'
  return new RegExp(`${name}${between}${kind}|(?<![a-z])${kind}[ ,/()-]+${name}`, 'g')
}

function without(value: unknown, expression: RegExp): unknown {
  if (typeof value === 'string') {
    const looked = folded(value)
    return looked.search(expression) < 0
      ? value
      : looked.replace(expression, (found) => kinds.find((kind) => found.includes(kind)) ?? ' ')
  }
  if (Array.isArray(value)) {
    const made = value.map((one) => without(one, expression))
    return made.every((one, at) => one === value[at]) ? value : made
  }
  if (!isObject(value)) return value
  const made = Object.entries(value).map(([name, one]) => [name, without(one, expression)] as const)
  return made.every(([name, one]) => one === value[name]) ? value : Object.fromEntries(made)
}
