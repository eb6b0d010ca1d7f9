import type { Live } from '../../pathway.ts'
import { candidatesOf, decidedOf, detailText } from '../../patient/decided.ts'
import { answerWords, certaintyWords } from '../../words/clinical.ts'
import { words } from './words.ts'

/** What it may be so far, in one line. */
export function soFarWords(live: Live): string {
  if (!live.ok) return ''
  const phenotype = decidedOf(live.advice, 'phenotype')
  if (phenotype === null) return ''
  const certainty = detailText(phenotype, 'certainty')
  const [first] = candidatesOf(live.advice)
  const so = `${answerWords(phenotype.answer)}${certainty === null ? '' : `, ${certaintyWords(phenotype.answer, certainty)}`}`
  return first === undefined ? so : `${so} · ${words.live.counts(first.for.length, first.against.length)}`
}
