/** What became of what somebody did; `refused` is told as well. */
export const auditOutcomes = ['done', 'refused', 'read'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]
