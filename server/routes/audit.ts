import { answer, route } from '../http/route.ts'

const whole = (value: unknown, otherwise: number, most: number): number => {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : otherwise
  return Math.min(number, most)
}

export const auditRoutes = [
  route('GET', '/api/audit', { may: 'audit:read', audit: 'audit-read' }, async ({ clinic, query, who, requestId }) => {
    const before = query.before === undefined ? {} : { before: whole(query.before, 0, Number.MAX_SAFE_INTEGER) }
    const read = { actor: { id: who.id }, what: 'the audit trail', action: 'audit-read', requestId }
    const entries = await clinic.record.audited(read, () =>
      clinic.record.auditEntries({ ...before, limit: Math.max(1, whole(query.limit, 100, 500)) }),
    )
    return answer(entries)
  }),
]
