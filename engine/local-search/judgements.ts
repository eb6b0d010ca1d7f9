import type { Chart, EntryRecord, Fact, Pathway, Unknown, Value } from '@facialis/language'

/** A word that is somebody's judgement of another answer; it counts only with who, when and why. */
export const isJudgement = (fact: Fact, value: Value | Unknown): boolean =>
  'judged' in fact && fact.judged !== null && 'word' in value && fact.judged.words.includes(value.word)

/** What the judgement a field makes needs beside it, and is not said. */
export function lackingBeside(field: Fact, fields: EntryRecord['fields']): readonly Fact[] {
  const value = fields[field.id]
  if (!value || !isJudgement(field, value) || !('judged' in field)) return []
  return (field.judged?.needs ?? []).filter((need) => !isSaid(need, fields[need.id]))
}

/** Every judgement in an entry is whole: without its who, when and why nobody could record it. */
export function judgedWhole({ entries }: Pathway, record: EntryRecord): boolean {
  const kind = entries.find(({ id }) => id === record.kind)
  return Object.values(kind?.fields ?? {}).every((field) => lackingBeside(field, record.fields).length === 0)
}

/** Nobody could refuse to record it: every judgement says who made it, when and why; nothing replaces what is not there. */
export function couldBeRecorded(pathway: Pathway, { observations, entries }: Chart): boolean {
  const facts = new Map(pathway.facts.map((fact) => [fact.id, fact]))
  return (
    entries.every(
      (one) => judgedWhole(pathway, one) && one.supersedes.every((id) => entries.some((e) => e.id === id)),
    ) &&
    observations.every(({ fact: id, value, date, provenance: { by, note } }) => {
      const fact = facts.get(id)
      return !fact || !isJudgement(fact, value) || (date !== null && by !== undefined && note !== undefined)
    })
  )
}

const isSaid = ({ unrecorded }: Fact, value: Value | Unknown | undefined): boolean =>
  value !== undefined &&
  !('unknown' in value) &&
  !(unrecorded !== null && 'word' in unrecorded && 'word' in value && value.word === unrecorded.word)
