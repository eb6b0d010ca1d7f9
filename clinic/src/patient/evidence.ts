import { type Decision, decisionsOf, factsOf } from '@facialis/language'
import { factLabel, pathway } from '../pathway.ts'
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

/** What a rule-out found, on any study or by history, by name and judgement: `a mass or cyst (present, unrelated)`. */
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
export function findingIn(fields: RecordedEntry['fields'], id: string): readonly string[] {
  const value = fields[id]
  if (typeof value !== 'string' || !value.startsWith('present')) return []
  return [value === 'present' ? factLabel(id) : `${factLabel(id)} (${valueWords(value).toLowerCase()})`]
}

const asked = new Map<string, readonly string[]>()

/** The findings of a study that make a rule-out positive, by the ids of their fields, as its own rule names them. */
export function findingsOf(ruleOut: string): readonly string[] {
  const before = asked.get(ruleOut)
  if (before !== undefined) return before
  const decision = pathway.decisions.find(({ id }) => id === ruleOut)
  const findings = decision === undefined ? [] : [...factsBehind(decision, 'positive')]
  asked.set(ruleOut, findings)
  return findings
}

/** Every fact by which a decision comes to one answer, through the decisions that have to come to the same. */
function factsBehind(decision: Decision, answer: string): ReadonlySet<string> {
  const { body } = decision
  if (body.kind === 'fold') return factsBehind(body.each, answer)
  if (body.kind === 'gate') return new Set()
  return new Set(
    body.rules
      .filter((rule) => rule.answer === answer)
      .flatMap(({ when }) => [
        ...[...factsOf(when)].map(({ id }) => id),
        ...[...decisionsOf(when)].flatMap((under) => [...factsBehind(under, answer)]),
      ]),
  )
}
