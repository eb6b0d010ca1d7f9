import type { Code, CodeMeaning, Fact } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import { type ConceptMeaning, conceptMeaningOf, nothing } from './concept-meaning.ts'
import { addressesOf, diagnosisNumber, packageNumber, writtenAs } from './systems.ts'

/** What a text means as a code of the systems at these addresses. */
type Meant = {
  readonly addresses: readonly string[]
  rows: CodeMeaning[]
  fact: Fact | null
  understood: ConceptMeaning
}

/**
 * Codes by what they say. A record is full of codes that say nothing here, so the code is looked up first, which is short,
 * and its system only where some system has such a code.
 */
export function codeIndex(
  rows: readonly CodeMeaning[],
  amounts: readonly (readonly [Code, Fact])[],
): (coding: JsonObject) => ConceptMeaning {
  const byText = new Map<string, Meant[]>()
  const families = new Map<string, ConceptMeaning>()
  const meantBy = (addresses: readonly string[], text: string): Meant => {
    const all = byText.get(text) ?? []
    byText.set(text, all)
    const known = all.find((one) => one.addresses === addresses)
    if (known) return known
    const meant: Meant = { addresses, rows: [], fact: null, understood: nothing }
    all.push(meant)
    return meant
  }
  for (const row of rows) for (const { addresses, text } of writtenAs(row.code)) meantBy(addresses, text).rows.push(row)
  for (const [code, fact] of amounts)
    for (const { addresses, text } of writtenAs(code)) meantBy(addresses, text).fact = fact
  for (const [text, all] of byText)
    for (const meant of all) {
      meant.understood = conceptMeaningOf(meant.rows, meant.fact ? [meant.fact] : [])
      // `G35*` is every code that begins with G35.
      if (meant.addresses === addressesOf.icd10cm && text.endsWith('*') && meant.rows.length > 0)
        families.set(text.slice(0, -1), conceptMeaningOf(meant.rows, []))
    }
  const hasPackages = [...byText.values()].flat().some(({ addresses }) => addresses === addressesOf.packages)
  const lengths = [...new Set([...families.keys()].map(({ length }) => length))].sort((a, b) => b - a)

  const writtenIn = (system: string, code: string): string => {
    if (hasPackages && addressesOf.packages.includes(system)) return packageNumber(code)
    if (addressesOf.icd10cm.includes(system)) return diagnosisNumber(code)
    // The codes of this system are told apart by no capital.
    return addressesOf.atc.includes(system) ? code.toUpperCase() : code
  }

  return ({ system, code }) => {
    if (typeof system !== 'string' || typeof code !== 'string') return nothing
    const text = writtenIn(system, code.trim())
    const all = byText.get(text)
    if (all)
      for (let i = 0; i < all.length; i++) {
        const { addresses, understood } = all[i] as Meant
        if (addresses.includes(system)) return understood
      }
    if (lengths.length === 0 || !addressesOf.icd10cm.includes(system)) return nothing
    for (let i = 0; i < lengths.length; i++) {
      const length = lengths[i] as number
      const family = text.length < length ? undefined : families.get(text.slice(0, length))
      if (family) return family
    }
    return nothing
  }
}
