import { type Fact, memoise } from '@facialis/language'
import { atom, type CqlExpression, call, literal, quoted, stringList } from './cql-expression.ts'
import type { Definitions } from './definitions.ts'
import type { FactAddresses } from './fact-addresses.ts'
import type { IncludedLibrary } from './included-library.ts'

/** How facts are read from Fact Observations: a define for each fact about the person, a call for each field. */
export function factTexts(
  { name, define, names }: Definitions,
  addresses: FactAddresses,
  included: IncludedLibrary | null,
) {
  const codes: string[] = []
  const sources = ['facts on the day', 'entries on the day'] as const
  const [statements, entries] = sources.map((one) => included?.member(one) ?? quoted(name(one))) as [string, string]
  const codeOf = memoise((fact: Fact): string => {
    const code = name(`code ${fact.id}`)
    codes.push(`code ${quoted(code)}: ${literal(fact.id).text} from "facts" display ${literal(fact.label).text}`)
    return `${quoted(code)}.code`
  })
  const read = (fact: Fact, from: string): string => {
    return call(`FactStatements.${readers[fact.type]}`, [atom(from), atom(codeOf(fact)), ...measuredBy(fact)]).text
  }
  return {
    entries,
    read,
    /** What holds a fact about the person. */
    value: memoise((fact: Fact): string => {
      const known = included?.names.facts.get(fact)
      if (included && known !== undefined) return included.member(known)
      const value = name(fact.id)
      names.facts.set(fact, value)
      define(value, read(fact, statements), fact.question)
      return quoted(value)
    }),
    /** What holds when it was observed. */
    observed: memoise((fact: Fact): string => {
      if (fact.scope !== 'patient') throw new Error(`${fact.id}: when a field was observed is not published.`)
      const known = included?.names.observed.get(fact)
      if (included && known !== undefined) return included.member(known)
      const observed = name(`${fact.id}, observed`)
      names.observed.set(fact, observed)
      define(observed, `FactStatements."observed"(${statements}, ${codeOf(fact)})`)
      return quoted(observed)
    }),
    codes: (): string => [`codesystem "facts": ${literal(addresses.fact).text}`, ...codes].join('\n'),
    /** Everything about the person that was sent, read once. */
    sources: (): readonly string[] =>
      included
        ? []
        : [
            `define ${statements}:
  FactStatements."facts"([Observation], ${literal(addresses.fact).text}, ${literal(addresses.answer).text})`,
            `define ${entries}:
  FactStatements."entries"([Observation], ${literal(addresses.entry).text}, ${literal(addresses.fact).text}, ${literal(addresses.answer).text})`,
          ],
  }
}

/** What its answers are held against: how many steps make one, or its own words. */
function measuredBy(fact: Fact): readonly CqlExpression[] {
  switch (fact.type) {
    case 'quantity':
      return [atom(`${10 ** fact.decimals}.0`)]
    case 'choice':
    case 'set':
      return [stringList(fact.values)]
    default:
      return []
  }
}

const readers: Readonly<Record<Fact['type'], string>> = {
  'yes-no': '"yes or no"',
  choice: '"word"',
  set: '"members"',
  quantity: '"amount"',
  date: '"date"',
  text: '"text"',
}
