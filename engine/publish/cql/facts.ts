import type { Fact } from '@facialis/language'
import type { FactAddresses } from './addresses.ts'
import { atom, called, literal, quoted } from './said.ts'
import { once, type Shelf } from './shelf.ts'

/** How facts are read from Fact Observations: a define for each fact about the person, a call for each field. */
export function factTexts({ name, define }: Shelf, addresses: FactAddresses) {
  const codes: string[] = []
  const [statements, entries] = ['facts on the day', 'entries on the day'].map(name) as [string, string]
  const codeOf = once((fact: Fact): string => {
    const code = name(`code ${fact.id}`)
    codes.push(`code ${quoted(code)}: ${literal(fact.id).text} from "facts" display ${literal(fact.label).text}`)
    return `${quoted(code)}.code`
  })
  const read = (fact: Fact, from: string): string => {
    const steps = fact.type === 'quantity' ? [atom(`${10 ** fact.decimals}.0`)] : []
    return called(`FactStatements.${readers[fact.type]}`, [atom(from), atom(codeOf(fact)), ...steps]).text
  }
  return {
    entries,
    read,
    /** The define that holds a fact about the person. */
    valueName: once((fact: Fact): string => {
      const value = name(fact.id)
      define(value, read(fact, quoted(statements)), fact.question)
      return value
    }),
    /** The define that holds when it was observed. */
    observedName: once((fact: Fact): string => {
      if (fact.scope !== 'patient') throw new Error(`${fact.id}: when a field was observed is not published.`)
      const observed = name(`${fact.id}, observed`)
      define(observed, `FactStatements."observed"(${quoted(statements)}, ${codeOf(fact)})`)
      return observed
    }),
    codes: (): string => [`codesystem "facts": ${literal(addresses.fact).text}`, ...codes].join('\n'),
    /** Everything about the person that was sent, read once. */
    sources: (): readonly string[] => [
      `define ${quoted(statements)}:
  FactStatements."facts"([Observation], ${literal(addresses.fact).text}, ${literal(addresses.answer).text})`,
      `define ${quoted(entries)}:
  FactStatements."entries"([Observation], ${literal(addresses.entry).text}, ${literal(addresses.fact).text}, ${literal(addresses.answer).text})`,
    ],
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
