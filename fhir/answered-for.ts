import type { Entry, EntryRecord } from '@facialis/language'
import { unjudgedFields } from './judgement.ts'
import type { Reading } from './reading.ts'
import { notReplaced, whyNotReplaced } from './replacing.ts'

type Around = Pick<Reading, 'dictionary' | 'ignored'>

/**
 * Entries in which every judgement has its judge and whatever takes the place of another may. What lacks that counts
 * as if it had not been claimed, and is listed: a bundle cannot be sent back.
 */
export function answeredFor(records: readonly EntryRecord[], around: Around): readonly EntryRecord[] {
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
  const supersedes = record.supersedes.filter((id) => {
    const earlier = byId.get(id)
    if (!earlier || earlier === record) return true
    const why = whyNotReplaced(dictionary.entries.get(record.kind) as Entry, record, earlier)
    if (why !== null) ignored.push({ what: record.id, why: `${notReplaced(record.id, id, why)} Both count.` })
    return why === null
  })
  return supersedes.length === record.supersedes.length ? record : { ...record, supersedes }
}
