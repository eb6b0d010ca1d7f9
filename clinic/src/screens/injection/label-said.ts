import { citeId, type Jurisdiction } from '@facialis/language'
import { labelOf } from '../../pathway.ts'
import { dateWords } from '../../words/dates.ts'
import { words } from './words.ts'

export type LabelSaid = Readonly<{
  text: string
  /** Not labelled there, or nobody can say: told aloud. */
  isNotice: boolean
  passages: readonly string[]
}>

/** The status of a label in words, with its date; never simply "approved". What nobody checked says so. */
export function labelSaid(product: string, jurisdiction: Jurisdiction | null): LabelSaid {
  if (jurisdiction === null) return { text: words.label.nowhere, isNotice: false, passages: [] }
  const place = words.label.places[jurisdiction]
  const label = labelOf(product, jurisdiction)
  if (label === null) return { text: words.label.unread(product, place), isNotice: true, passages: [] }
  const said = words.label.says[label.status](product, place)
  const text = `${said} ${words.label.dated(dateWords(label.labelDate))}${label.unverified ? ` ${words.label.unverified}` : ''}`
  return { text, isNotice: label.status !== 'labelled' || label.unverified, passages: label.because.map(citeId) }
}
