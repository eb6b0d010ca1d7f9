import { canonical, sha256 } from '../core/canonical.ts'
import type { RecordContext } from '../core/record-context.ts'
import type { Schema } from '../core/schema.ts'

/** A file that came with something, without its bytes. */
export type Attachment = {
  readonly id: string
  /** Null while the patient is not known yet, as with a fresh referral. */
  readonly patientId: string | null
  /** Address of what it was attached to. */
  readonly subject: string
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly created: string
}

/** A file as it came. */
export type NewAttachment = {
  /** Default: a new id. */
  readonly id?: string
  readonly patientId?: string
  readonly subject: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Files, which come back byte for byte. */
export type Attachments = {
  /** Limits on size and kind are the caller's. */
  readonly add: (attachment: NewAttachment) => Promise<Attachment>
  readonly get: (id: string) => Promise<(Attachment & { readonly bytes: Uint8Array }) | null>
  /** Oldest first, without their bytes. */
  readonly list: (of: { patientId: string } | { subject: string }) => Promise<readonly Attachment[]>
  /** Once the patient is known: everything attached to the subject becomes theirs. */
  readonly giveToPatient: (subject: string, patientId: string) => Promise<void>
}

/** All that is kept of a file but its bytes, of which it holds the sum. */
export const columns = ['id', 'patient_id', 'subject', 'name', 'media_type', 'size', 'sha256', 'created'] as const

type Row = Pick<Schema['attachment'], (typeof columns)[number]>

/** What the trail holds a file to: whose it is, where it came from, what it is called, and the sum of its bytes. */
export const fileHash = (row: Row): string => sha256(canonical(columns.map((name) => row[name])))

const asAttachment = (row: Row): Attachment => ({
  id: row.id,
  patientId: row.patient_id === '' ? null : row.patient_id,
  subject: row.subject,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
  created: row.created,
})

export function openAttachments({ db, tenantId, write, now, newId, keptRow }: RecordContext): Attachments {
  return {
    add: ({ id, patientId, subject, name, mediaType, bytes }) =>
      write(async (open) => {
        const row = {
          tenant_id: tenantId,
          id: id ?? newId(),
          patient_id: patientId ?? '',
          subject,
          name,
          media_type: mediaType,
          size: bytes.byteLength,
          sha256: sha256(bytes),
          created: now(),
          bytes,
        }
        await open.insertInto('attachment').values(row).execute()
        keptRow?.('files', { id: row.id, hash: fileHash(row) })
        return asAttachment(row)
      }),
    get: async (id) => {
      const row = await db
        .selectFrom('attachment')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? { ...asAttachment(row), bytes: row.bytes } : null
    },
    list: async (of) => {
      const all = db.selectFrom('attachment').select(columns).where('tenant_id', '=', tenantId)
      const theirs =
        'patientId' in of ? all.where('patient_id', '=', of.patientId) : all.where('subject', '=', of.subject)
      return (await theirs.orderBy('created').orderBy('id').execute()).map(asAttachment)
    },
    giveToPatient: (subject, patientId) =>
      write(async (open) => {
        const given = await open
          .updateTable('attachment')
          .set({ patient_id: patientId })
          .where('tenant_id', '=', tenantId)
          .where('subject', '=', subject)
          .returning(columns)
          .execute()
        for (const row of given) keptRow?.('files', { id: row.id, hash: fileHash(row) })
      }),
  }
}
