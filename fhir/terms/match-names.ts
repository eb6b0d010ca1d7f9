import type { Code, CodeMeaning } from '@facialis/language'
import { wordsOf } from './concept.ts'
import { entersOf, statesOf } from './concept-meaning.ts'
import { foldText } from './fold-text.ts'
import { withoutOtherKinds } from './other-kinds.ts'

/** A code of the pathway's own that is a name: `name:botox` is found wherever a concept's words hold "botox". */
const namePrefix = 'name:'

export const isName = ({ code }: Readonly<{ code: Code }>): boolean =>
  code.system === 'facialis' && code.code.startsWith(namePrefix)

/** How many sentences are remembered; a record says the same few names again and again. */
const most = 1000

/** Matches the names of the terminology against a concept's words: one row for each entry or fact. */
export function matchNames(names: readonly CodeMeaning[]): (concept: unknown) => readonly CodeMeaning[] {
  const subjects = [...Map.groupBy(names, subjectOf).values()].map((alike) => ({
    alike,
    meant: { stems: stemsOf(alike) },
  }))
  const heard = new Map<string, readonly CodeMeaning[]>()
  return (concept) => {
    const words = wordsOf(concept).join('\n')
    if (words === '') return []
    const known = heard.get(words)
    if (known) return known
    // What is given against something is not it.
    const rows = subjects.flatMap(({ alike, meant }) => namedAmong(alike, withoutOtherKinds(foldText(words), meant)))
    if (heard.size >= most) heard.clear()
    heard.set(words, rows)
    return rows
  }
}

/** The general name of what is given or done, where these are names of that. An allergy to what is given against it may be one to it. */
const stemsOf = (alike: readonly CodeMeaning[]): readonly string[] =>
  alike.slice(-1).flatMap((general) => (entersOf(general) ? [nameOf(general)] : []))

const nameOf = ({ code }: CodeMeaning): string => code.code.slice(namePrefix.length)

const subjectOf = (row: CodeMeaning): string =>
  entersOf(row)?.entry.id ??
  statesOf([row])
    .map(({ fact }) => fact.id)
    .join(' ')

/** Several names that say different things leave what the last of them in the pathway's order says: the general one. */
function namedAmong(names: readonly CodeMeaning[], words: string): readonly CodeMeaning[] {
  const general = names.at(-1)
  const found = names.filter((row) => words.includes(foldText(nameOf(row))))
  const special = found.filter((row) => general && saying(row) !== saying(general))
  const differ = new Set(special.map(saying)).size > 1
  const row = differ ? general : (special[0] ?? found[0])
  return row ? [row] : []
}

const saying = (row: CodeMeaning): string =>
  JSON.stringify([entersOf(row)?.fields, statesOf([row]).map(({ fact, value }) => [fact.id, value])])

/** A code speaks before a name: it begins the same entry, or states the same. */
export const isAlike = (coded: CodeMeaning, name: CodeMeaning): boolean => {
  const kind = entersOf(name)?.entry.id
  if (kind !== undefined) return entersOf(coded)?.entry.id === kind
  return saying(coded) === saying(name)
}
