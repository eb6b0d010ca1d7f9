import { type CqlText, cqlLibraries, supportLibraries } from '@facialis/engine/publish/index.ts'
import { answerSystem, entrySystem, factSystem } from '@facialis/fhir'
import type { Pathway } from '@facialis/language'
import { elmOf } from '../elm/elm.ts'
import type { Elm } from '../elm/translate.ts'
import { wording } from './wording.ts'

/** A library in both forms. */
export type Library = CqlText & Elm

/** What CQL says of a pathway: its decisions and its steps. */
export const textsOf = (pathway: Pathway) =>
  cqlLibraries(pathway, { fact: factSystem, answer: answerSystem, entry: entrySystem }, wording)

/** Libraries with their ELM, after those that all lean on. */
export async function inBothForms(own: readonly CqlText[]): Promise<readonly Library[]> {
  const texts = [...supportLibraries, ...own]
  const elm = await elmOf(texts)
  return texts.map((text, at) => ({ ...text, ...(elm[at] as Elm) }))
}

/** Everything published of a pathway as CQL, translated once in a run. */
export function publishedLibraries(pathway: Pathway): Promise<readonly Library[]> {
  const known = made.get(pathway)
  if (known) return known
  const { decisions, steps } = textsOf(pathway)
  const libraries = inBothForms([decisions, steps])
  made.set(pathway, libraries)
  return libraries
}
const made = new WeakMap<Pathway, Promise<readonly Library[]>>()
