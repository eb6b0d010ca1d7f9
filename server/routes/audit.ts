import { auditPage } from '../audit/audit-page.ts'
import { existingAmong } from '../fhir/search/patients-in-search.ts'
import { duplicatesOf } from '../front-door/duplicates.ts'
import { answer, route } from '../http/route.ts'

/** The trail for whoever watches over privacy. What is asked stands in the body: addresses are kept in many places. */
export const auditRoutes = [
  route(
    'POST',
    '/api/audit/entries',
    { may: 'audit:read', audit: 'audit-read' },
    async ({ clinic: { record }, body, who, requestId }) => {
      const read = {
        actor: { id: who.id },
        what: 'the audit trail',
        action: 'audit-read',
        requestId,
        patientIds: await existingAmong(body.patientId === undefined ? [] : [body.patientId], record),
      }
      const asked = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
      return answer(await record.audited(read, () => auditPage(record, asked)))
    },
  ),

  route(
    'GET',
    '/api/audit/colleagues',
    { may: 'audit:read', audit: { not: 'reveals nothing about any patient' } },
    async ({ clinic }) =>
      answer((await clinic.record.accounts.list()).map((one) => ({ id: one.id, name: one.displayName }))),
  ),

  route(
    'POST',
    '/api/audit/people',
    { may: 'audit:read', audit: 'audit-read' },
    async ({ clinic, body, who, requestId }) => {
      const found = await duplicatesOf(clinic, { name: body.name, birthDate: null, phone: null })
      const people = found.map(({ id, name, birthDate }) => ({ id, name, birthDate }))
      const read = { actor: { id: who.id }, what: 'people by name', action: 'audit-read', requestId }
      await clinic.record.auditRead({ ...read, patientIds: people.map(({ id }) => id) })
      return answer(people)
    },
  ),

  route(
    'POST',
    '/api/audit/verify',
    { may: 'audit:read', audit: 'audit-verified', perMinute: 20 },
    async ({ clinic: { record, auditHeads }, who, requestId }) => {
      const noted = auditHeads?.noted() ?? null
      const verified = noted?.ok === false ? noted : await record.verifyAudit(noted?.value ?? [])
      const { seq } = await record.auditHead()
      const done = await record.act({ actor: { id: who.id }, action: 'audit-verified', changes: [], requestId })
      if (!done.ok) throw new Error(done.problem.sentence)
      return answer({
        problem: verified.ok ? null : verified.problem.sentence,
        events: seq,
        signed: noted?.ok ? { count: noted.value.length, last: noted.value.at(-1)?.at ?? null } : null,
      })
    },
  ),
]
