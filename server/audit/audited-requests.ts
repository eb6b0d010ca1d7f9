import type { DurableRecord } from '@facialis/record'

/** Which requests in progress already have an audit event, so that a refusal is audited once and not twice. */
export type AuditedRequests = Readonly<{
  begin: (requestId: string) => void
  isAudited: (requestId: string) => boolean
  /** Marks a request as audited, at once or together with others. */
  note: (requestId: string) => void
  end: (requestId: string) => void
}>

/** Wraps the record so that every audit event with a request id marks its request. */
export function openAuditedRequests(
  record: DurableRecord,
): Readonly<{ record: DurableRecord; auditedRequests: AuditedRequests }> {
  const under = new Map<string, boolean>()
  const noteId = (id: string) => void (under.has(id) && under.set(id, true))
  const note = ({ requestId }: Readonly<{ requestId?: string }>) => {
    if (requestId !== undefined) noteId(requestId)
  }
  return {
    auditedRequests: {
      begin: (id) => void under.set(id, false),
      isAudited: (id) => under.get(id) ?? false,
      note: noteId,
      end: (id) => void under.delete(id),
    },
    record: {
      ...record,
      // An act tells of itself, whether it is done or refused.
      act: (asked) => {
        note(asked)
        return record.act(asked)
      },
      auditRead: (read) => {
        note(read)
        return record.auditRead(read)
      },
      audited: (read, ask) =>
        record.audited(read, async (view) => {
          const found = await ask(view)
          note(read)
          return found
        }),
    },
  }
}
