import type { Entry, EntryRecord } from '@facialis/language'
import { unjudgedFields } from '../chart/judgement.ts'
import { notReplaced, whyNotReplaced } from '../chart/replacing.ts'
import type { Reading } from './reading.ts'

type Around = Pick<Reading, 'dictionary' | 'ignored'>

/**
 * Entries in which every judgement has its judge and whatever takes the place of another may. What lacks that counts
 * as if it had not been claimed, and is listed: a bundle cannot be sent back.
 */
export function attributedEntries(records: readonly EntryRecord[], around: Around): readonly EntryRecord[] {
  const isReplacing = records.some(({ supersedes }) => supersedes.length > 0)
  if (!isReplacing) return records.map((record) => judgedRightly(record, around))
  const byId = new Map(records.map((record) => [record.id, record]))
  return records.map((record) => replacingRightly(judgedRightly(record, around), byId, around))
}

function judgedRightly(record: EntryRecord, { dictionary, ignored }: Around): EntryRecord {
  const wrong = unjudgedFields(dictionary.entries.get(record.kind) as Entry, record.fields)
  if (wrong.length === 0) return record
  const fields = { ...record.fields }
  for (const { fact, judged, sentence } of wrong) {
    fields[fact.id] = { word: judged.of }
    ignored.push({ what: `${record.id}, ${fact.id}`, why: `${sentence} It counts as "${judged.of}".` })
  }
  return { ...record, fields }
}

function replacingRightly(
  record: EntryRecord,
  byId: ReadonlyMap<string, EntryRecord>,
  { dictionary, ignored }: Around,
): EntryRecord {
  if (record.supersedes.length === 0) return record
  const entry = dictionary.entries.get(record.kind) as Entry
  let refused = 0
  let first = ''
  const supersedes = record.supersedes.filter((id) => {
    const earlier = byId.get(id)
    if (!earlier || earlier === record) return true
    const why = whyNotReplaced(entry, record, earlier)
    if (why !== null && refused++ === 0) first = notReplaced(record.id, id, why)
    return why === null
  })
  if (refused === 0) return record
  // One line however many: thousands of reports may claim to be one study.
  const more = refused === 1 ? 'Both count.' : `Both count, and so do ${refused - 1} more of which it claims the same.`
  ignored.push({ what: record.id, why: `${first} ${more}` })
  return { ...record, supersedes }
}
