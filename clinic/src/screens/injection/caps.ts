import {
  type Check,
  type Condition,
  childrenOf,
  type DateTerm,
  type NumberTerm,
  type PolicyNumber,
} from '@facialis/language'
import { pathway } from '../../pathway.ts'
import { type SiteNumber, siteNumber } from '../../patient/site-number.ts'

type Node = Condition | DateTerm | NumberTerm

/** The products a check is about: those it asks of the session itself, not of earlier ones. */
export function productsOf({ when }: Pick<Check, 'when'>): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: Node): void => {
    if (node.kind === 'is' && node.fact.id === 'session.product') for (const value of node.values) found.add(value)
    const isAboutAnother = 'entry' in node && node.kind !== 'entry-date'
    if (!isAboutAnother) for (const child of childrenOf(node)) visit(child)
  }
  visit(when)
  return found
}

function unitsIn(node: Node): readonly PolicyNumber[] {
  if (node.kind === 'policy') return node.unit === 'U' ? [node] : []
  return childrenOf(node).flatMap(unitsIn)
}

/** The numbers today's session of a product is held against, as they are in force; none: the site has no table for it. */
export const capsInForce = (product: string, policy: Readonly<Record<string, number>>): readonly SiteNumber[] => {
  const ids = pathway.checks
    .filter((check) => check.entry.id === 'session' && productsOf(check).has(product))
    .flatMap(({ when }) => unitsIn(when).map(({ id }) => id))
  return [...new Set(ids)].map((id) => siteNumber(id, policy))
}
