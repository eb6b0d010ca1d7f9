import { findingsOf } from '../findings-of.ts'
import { factLabel } from '../pathway.ts'
import type { RecordedEntry, Recording } from '../recorded.ts'
import { answerWords, valueWords } from '../words/clinical.ts'
import { dateWords } from '../words/dates.ts'
import { words } from './words.ts'

/** What a study is and who stands for it, in one line: `MRI 20 Nov 2026, neuroradiologist, acknowledged`. */
export function evidenceOf(recorded: Recording): (studyId: string) => string {
  return (id) => {
    const study = recorded.entries('study').find((one) => one.id === id)
    if (study === undefined) return words.study
    const { 'study.modality': kind, 'study.readerRole': reader, 'study.acknowledged': acknowledged } = study.fields
    return [
      [typeof kind === 'string' ? valueWords(kind) : words.study, study.date === null ? '' : dateWords(study.date)]
        .filter((part) => part !== '')
        .join(' '),
      typeof reader === 'string' ? answerWords(reader).toLowerCase() : '',
      acknowledged === true ? words.acknowledged : words.notAcknowledged,
    ]
      .filter((part) => part !== '')
      .join(', ')
  }
}

/** What a rule-out found, on any study or by history, by name and judgement: `an intracranial mass or cyst (present, unrelated)`. */
export const foundFor =
  (recorded: Recording) =>
  (ruleOut: string): readonly string[] => {
    const told = [
      ...recorded.entries('study').map(({ fields }) => fields),
      Object.fromEntries(findingsOf(ruleOut).map((id) => [id, recorded.fact(id)?.value ?? null])),
    ]
    return [...new Set(told.flatMap((fields) => findingsOf(ruleOut).flatMap((id) => findingIn(fields, id))))]
  }

/** A finding that is there, with how it was judged; nothing for one that is absent or not said. */
function findingIn(fields: RecordedEntry['fields'], id: string): readonly string[] {
  const value = fields[id]
  if (typeof value !== 'string' || !value.startsWith('present')) return []
  return [value === 'present' ? factLabel(id) : `${factLabel(id)} (${valueWords(value).toLowerCase()})`]
}
