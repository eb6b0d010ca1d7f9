import { type Because, type DecidingFact, flaggedText, type Pathway } from '@facialis/language'
import { type TextStyle, wrapped } from './styled-output.ts'

export type Line = string

/** An id in words; a date, whole or partial, stays as it is. */
export const plainWords = (text: string): string => (/^\d/.test(text) ? text : text.replaceAll('-', ' '))
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A reason: its sentence, the rule and the passages behind it, and below them the facts that decided, with their days. */
export function reasonLines(reason: Because, pathway: Pathway, style: TextStyle): readonly Line[] {
  const grounds = groundsOf(reason.from, pathway)
  return [
    ...cited(flaggedText(reason), [reason.rule, ...reason.passages], '  - ', style),
    ...(grounds === '' ? [] : wrapped(grounds, style.width, '    ').map(style.faint)),
  ]
}

/** A sentence with what it rests on in brackets behind it; each name stands once. */
export const cited = (text: string, names: readonly string[], first: string, style: TextStyle): readonly Line[] =>
  colouredTail(wrapped(`${text} [${[...new Set(names)].join(' · ')}]`, style.width, first), style)

/** Names of rules and passages stand back behind the sentence. */
function colouredTail(lines: readonly Line[], style: TextStyle): readonly Line[] {
  const at = lines.findIndex((line) => line.includes('['))
  return lines.map((line, index) => {
    if (index < at) return line
    const from = index === at ? line.lastIndexOf('[') : line.length - line.trimStart().length
    return line.slice(0, from) + style.faint(line.slice(from))
  })
}

/** More than this is for `--json`. */
const mostGrounds = 4

/** Facts and entries with their days; decisions explain themselves elsewhere. A list nobody asked is named as a list. */
function groundsOf(from: readonly DecidingFact[], pathway: Pathway): string {
  const asked = from.filter(({ fact }) => !pathway.decisions.some(({ id }) => id === fact))
  const lists = pathway.screens.filter(
    ({ facts }) =>
      asked.filter(({ fact, value }) => value === 'unknown' && facts.some(({ id }) => id === fact)).length > 1,
  )
  const onList = ({ fact, value }: DecidingFact): boolean =>
    value === 'unknown' && lists.some(({ facts }) => facts.some(({ id }) => id === fact))
  const parts = [
    ...lists.map(({ label }) => `not signed: ${label}`),
    ...asked.filter((one) => !onList(one)).map((one) => groundWords(one, pathway)),
  ]
  const left = parts.length - mostGrounds
  return `${parts.slice(0, mostGrounds).join('; ')}${left > 0 ? `; and ${left} more` : ''}`
}

function groundWords({ fact, value, why, date }: DecidingFact, pathway: Pathway): string {
  const kind = pathway.entries.find(({ id }) => id === fact)
  if (kind) return date === null ? `${kind.label}, undated` : `${kind.label} of ${date}`
  const fields = pathway.entries.flatMap((entry) => Object.values(entry.fields))
  const label = [...pathway.facts, ...fields].find(({ id }) => id === fact)?.label ?? fact
  if (value === 'unknown') return `${label}: not known${why === undefined ? '' : ` (${plainWords(why)})`}`
  return `${label}: ${plainWords(value)}${date === null ? '' : ` (${date})`}`
}
