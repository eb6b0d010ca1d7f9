import {
  type Entry,
  type EntryRecord,
  type Fact,
  type Judgement,
  memoiseWeak,
  type Observation,
  type Unknown,
  type Value,
} from '@facialis/language'
import { orList, shown } from '../json/json.ts'

/** The judgement a value makes of its fact, if it makes one. */
export const judgementIn = (fact: Fact, value: Value | Unknown): Judgement | null =>
  'judged' in fact && fact.judged !== null && 'word' in value && fact.judged.words.includes(value.word)
    ? fact.judged
    : null

/** What a judgement about a person carries: a name, its own day, and a reason or the study it rests on. */
type Carried = Pick<Observation, 'value' | 'date' | 'provenance'>
const carries: readonly (readonly [name: string, holds: (said: Carried) => boolean])[] = [
  ['by', ({ provenance }) => provenance.by !== undefined],
  ['date', ({ date }) => date !== null],
  ['note', ({ provenance }) => provenance.note !== undefined || provenance.study !== undefined],
]

/** Roles that judge nothing: what they say of a finding is heard, and stands until a clinician has judged it. */
const notClinicians = new Set([
  ...['patient', 'person', 'relative', 'family', 'carer'],
  ...['coordinator', 'nurse', 'referrer', 'researcher', 'pathway-author', 'privacy-officer', 'administrator'],
])

/** Why a statement does not count as the judgement it claims to be, as one sentence; null when it does, or claims none. */
export function unjudged(fact: Fact, said: Carried): string | null {
  if (!judgementIn(fact, said.value)) return null
  const { role } = said.provenance
  if (role !== undefined && notClinicians.has(role.toLowerCase()))
    return `${named(said.value)} is a clinician's judgement, and ${shown(role)} is not the role of one.`
  const lacks = carries.filter(([, holds]) => !holds(said)).map(([name]) => name)
  return lacks.length === 0 ? null : sentence(said.value, lacks)
}

/** A field of an entry whose judgement lacks what the entry should say beside it. */
export type UnjudgedField = Readonly<{ fact: Fact; judged: Judgement; sentence: string }>

export function unjudgedFields(entry: Entry, fields: EntryRecord['fields']): readonly UnjudgedField[] {
  const unjudged: UnjudgedField[] = []
  for (const fact of judgedIn(entry)) {
    const value = fields[fact.id]
    const judged = value && judgementIn(fact, value)
    if (!judged) continue
    const lacks = judged.needs.filter((need) => !isSaid(need, fields[need.id])).map(({ id }) => id)
    if (lacks.length > 0) unjudged.push({ fact, judged, sentence: sentence(value, lacks) })
  }
  return unjudged
}

/** The fields of an entry that somebody may judge: few of many. */
const judgedIn = memoiseWeak((entry: Entry): readonly Fact[] =>
  Object.values(entry.fields).filter((fact) => 'judged' in fact && fact.judged !== null),
)

const isSaid = ({ unrecorded }: Fact, value: Value | Unknown | undefined): boolean =>
  value !== undefined &&
  !('unknown' in value) &&
  !(unrecorded !== null && 'word' in unrecorded && 'word' in value && value.word === unrecorded.word)

const named = (value: Value | Unknown): string => shown('word' in value ? value.word : value)
const sentence = (value: Value | Unknown, lacks: readonly string[]): string =>
  `${named(value)} is somebody's judgement and needs who, when and why: ${orList(lacks).replace(/ or (?="[^"]*"$)/, ' and ')} ${lacks.length === 1 ? 'is' : 'are'} missing.`
