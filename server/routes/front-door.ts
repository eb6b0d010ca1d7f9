import type { SentRequest } from '@facialis/wire'
import { notFound, refusalOf, refuse } from '../core/refusal.ts'
import { acceptRequest, declineRequest, findRequest, reopenRequest } from '../front-door/answer-request.ts'
import { largestReferral } from '../front-door/attachments.ts'
import { declinedIn, declinedRequests } from '../front-door/decline.ts'
import { receiveAppointment, receiveReferral } from '../front-door/receive.ts'
import { referralStatus } from '../front-door/status.ts'
import { careTeam, changeCareTeam } from '../front-door/team.ts'
import { fileAnswer } from '../http/file-answer.ts'
import { answer, answerOf, route } from '../http/route.ts'
import { fileInfo } from '../patient/file-info.ts'
import { hiddenFilesOf } from '../patient/hidden-files.ts'

export const frontDoorRoutes = [
  route(
    'POST',
    '/api/front-door/appointments',
    { may: 'anyone', audit: 'appointment-asked', perMinute: 10 },
    async ({ clinic, body, requestId, idempotencyKey: key }) =>
      answerOf(await receiveAppointment(clinic, body, { requestId, key })),
  ),

  route(
    'POST',
    '/api/front-door/referrals',
    { may: 'anyone', audit: 'referral-received', largest: largestReferral, perMinute: 10 },
    async ({ clinic, body, requestId, idempotencyKey: key }) =>
      answerOf(await receiveReferral(clinic, body, { requestId, key })),
  ),

  route(
    'POST',
    '/api/front-door/status',
    { may: 'anyone', audit: 'status-read', perMinute: 60 },
    async ({ clinic, body, requestId }) => {
      const status = await referralStatus(clinic, body.token)
      if (!status.ok) return status
      await clinic.record.auditRead({
        actor: { id: 'status-link' },
        what: `referral ${status.value.reference}`,
        action: 'status-read',
        requestId,
      })
      return answer(status.value)
    },
  ),

  route(
    'GET',
    '/api/front-door/team',
    { may: 'anyone', audit: { not: 'reveals nothing about any patient' }, perMinute: 120 },
    async ({ clinic }) => answer(await careTeam(clinic.record)),
  ),

  route('PUT', '/api/team', { may: 'team:write', audit: 'team-changed' }, async ({ clinic, body, who, requestId }) => {
    const done = await clinic.record.act({
      actor: { id: who.id },
      action: 'team-changed',
      changes: [],
      requestId,
      alongside: (stores) => changeCareTeam(stores, body),
    })
    return done.ok ? answer(body.is) : refusalOf(done.problem)
  }),

  route(
    'GET',
    '/api/requests/declined',
    { may: 'request:triage', audit: 'declined-read' },
    async ({ clinic, query, who, requestId }) => {
      await clinic.record.auditRead({
        actor: { id: who.id },
        what: 'requests that were declined',
        action: 'declined-read',
        requestId,
      })
      return answer(await declinedRequests(clinic, query.before))
    },
  ),

  route(
    'GET',
    '/api/requests/:id',
    { may: 'request:triage', ownership: 'clinic', audit: 'request-read' },
    async ({ clinic, params, who, requestId }) => {
      const kept = await findRequest(clinic, params.id)
      if (!kept) return notFound()
      await clinic.record.auditRead({
        actor: { id: who.id },
        what: `Task/${kept.id}`,
        action: 'request-read',
        requestId,
      })
      const { request, reference, received, status, patientId } = kept
      const hidden = await hiddenFilesOf(clinic.record, patientId)
      const files = await clinic.record.attachments.list({ subject: `Task/${kept.id}` })
      // What was told in facts fits the pathway: it was looked at when it came in.
      return answer({
        id: kept.id,
        ...request,
        reference,
        received,
        state: status,
        patientId,
        declined: declinedIn(kept, clinic.zone),
        attachments: files.filter((file) => !hidden.has(file.id)).map(fileInfo),
      } as SentRequest)
    },
  ),

  route(
    'GET',
    '/api/requests/:id/attachments/:file',
    { may: 'request:triage', ownership: 'clinic', audit: 'attachment-read' },
    async ({ clinic, params, who, requestId }) => {
      const kept = await findRequest(clinic, params.id)
      const file = kept && (await clinic.record.attachments.get(params.file))
      if (!file || file.subject !== `Task/${params.id}`) return notFound()
      if ((await hiddenFilesOf(clinic.record, file.patientId)).has(file.id)) return notFound()
      await clinic.record.auditRead({
        actor: { id: who.id },
        what: `Attachment/${file.id}`,
        action: 'attachment-read',
        ...(file.patientId === null ? {} : { patientId: file.patientId }),
        requestId,
      })
      return fileAnswer(file)
    },
  ),

  route(
    'POST',
    '/api/requests/:id/accept',
    {
      may: 'request:triage',
      ownership: 'clinic',
      audit: 'request-accepted',
    },
    async ({ clinic, params, body, who, requestId }) =>
      answerOf(await acceptRequest(clinic, { id: params.id, who, requestId, patientId: body?.patientId })),
  ),

  route(
    'POST',
    '/api/requests/:id/decline',
    {
      may: 'request:triage',
      ownership: 'clinic',
      audit: 'request-declined',
    },
    async ({ clinic, params, body, who, requestId }) => {
      const { reason, note } = body
      if (reason === 'other' && note === undefined)
        return refuse(422, 'note-needed', 'Give the reason in a few words.', { where: 'note' })
      const declined = await declineRequest(clinic, { id: params.id, who, requestId, reason, note })
      return declined.ok ? answer() : declined
    },
  ),

  route(
    'POST',
    '/api/requests/:id/reopen',
    { may: 'request:triage', ownership: 'clinic', audit: 'request-reopened' },
    async ({ clinic, params, who, requestId }) => {
      const reopened = await reopenRequest(clinic, { id: params.id, who, requestId })
      return reopened.ok ? answer() : reopened
    },
  ),
]
