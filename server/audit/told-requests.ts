import type { DurableRecord } from '@facialis/record'

/** Which of the requests under way the audit trail tells of already, so that a refusal is told once and not twice. */
export type ToldRequests = Readonly<{
  begin: (requestId: string) => void
  isTold: (requestId: string) => boolean
  /** It is told, at once or together with others. */
  note: (requestId: string) => void
  end: (requestId: string) => void
}>

/** The same record, and what is known of its telling: whoever tells of a request says which it is. */
export function openToldRequests(record: DurableRecord): Readonly<{ record: DurableRecord; told: ToldRequests }> {
  const under = new Map<string, boolean>()
  const noteId = (id: string) => void (under.has(id) && under.set(id, true))
  const note = ({ requestId }: Readonly<{ requestId?: string }>) => {
    if (requestId !== undefined) noteId(requestId)
  }
  return {
    told: {
      begin: (id) => void under.set(id, false),
      isTold: (id) => under.get(id) ?? false,
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
