import { type CqlText, cqlLibrary, supportLibraries } from '@facialis/engine/publish/index.ts'
import { answerSystem, entrySystem, factSystem } from '@facialis/fhir'
import type { Pathway } from '@facialis/language'
import { elmOf } from './elm/elm.ts'
import type { Elm } from './elm/translate.ts'

/** A library in both forms. */
export type Library = CqlText & Elm

/** The library of each pathway, after those that all lean on. */
export async function cqlLibraries(...pathways: readonly Pathway[]): Promise<readonly Library[]> {
  const addresses = { fact: factSystem, answer: answerSystem, entry: entrySystem }
  const texts = [...supportLibraries, ...pathways.map((pathway) => cqlLibrary(pathway, addresses))]
  const elm = await elmOf(texts)
  return texts.map((text, at) => ({ ...text, ...(elm[at] as Elm) }))
}
