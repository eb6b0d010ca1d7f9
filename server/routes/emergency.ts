import { sha256 } from '@facialis/record'
import { type Emergency, emergencyCauses } from '@facialis/wire'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { Clinic } from '../clinic/clinic.ts'
import { notFound, ok, type Result, refuse, signInMethodUnavailable } from '../core/refusal.ts'
import { auditRefusedOpening } from '../emergency/audit-refused-opening.ts'
import { breakGlass } from '../emergency/break-glass.ts'
import { endEmergency } from '../emergency/end-emergency.ts'
import { openInEmergency } from '../emergency/open-in-emergency.ts'
import { openingsPage } from '../emergency/openings-page.ts'
import { reviewOpening } from '../emergency/review-opening.ts'
import { fileAnswer } from '../http/file-answer.ts'
import { answer, route } from '../http/route.ts'
import { reauthenticationOptions, reauthenticationRefusal } from '../identity/reauthentication.ts'
import { shownFile } from '../patient/hidden-files.ts'
import { identityOf } from '../patient/identity.ts'
import { openChart } from '../patient/open-chart.ts'
import { viewOf } from '../patient/view.ts'

/** Whose record this session has open. It is asked anew each time: what has ended opens nothing. */
async function openHere({ record }: Clinic, session: string | null): Promise<Result<OpenHere>> {
  const open = session === null ? null : await record.openings.openIn(sha256(session))
  if (open === null) return refuse(409, 'none-open', 'No record is open in an emergency.')
  return ok(open)
}
type OpenHere = NonNullable<Awaited<ReturnType<Clinic['record']['openings']['openIn']>>>

async function emergencyOf({ record, now }: Clinic, open: OpenHere | null): Promise<Emergency> {
  if (open === null) return { open: null }
  const patient = await record.read('Patient', open.patientId)
  return {
    open: {
      name: patient.ok ? identityOf(patient.value.resource, null).name : '',
      cause: emergencyCauses.find((cause) => cause === open.cause) ?? 'other',
      words: open.words,
      opened: open.opened,
      secondsLeft: Math.max(0, Math.floor((Date.parse(open.expires) - Date.parse(now())) / 1000)),
    },
  }
}

const forEmergencies = { may: 'chart:emergency', needs: 'profession' } as const

/**
 * One person's record, opened in an emergency by somebody to whom records are shut. The record is read here and nowhere
 * else: no other route knows of openings, so none is any wider while one is open.
 */
export const emergencyRoutes = [
  route(
    'GET',
    '/api/emergency',
    { ...forEmergencies, audit: { not: 'shows people what they opened themselves' } },
    async ({ clinic, session }) => {
      const open = await openHere(clinic, session)
      return answer(await emergencyOf(clinic, open.ok ? open.value : null))
    },
  ),

  route(
    'POST',
    '/api/emergency/passkey',
    { ...forEmergencies, audit: { not: 'recorded when it is used' }, perMinute: 20 },
    async ({ clinic, who }) =>
      clinic.url === null
        ? signInMethodUnavailable()
        : answer({ ...(await reauthenticationOptions(clinic, clinic.url, who)) }),
  ),

  route(
    'POST',
    '/api/emergency/open',
    { ...forEmergencies, audit: 'emergency-opened', perMinute: 20 },
    async ({ clinic, body: { current, passkey, ...emergency }, who, source, session, requestId }) => {
      if (session === null) return notFound()
      const shown = { who, current, passkey: passkey as AuthenticationResponseJSON | undefined, source, session }
      const refusal = await reauthenticationRefusal(clinic, shown)
      if (refusal) return auditRefusedOpening(clinic, refusal, { who, words: emergency.words, requestId })
      const opened = await openInEmergency(clinic, { asked: emergency, who, session, requestId })
      if (!opened.ok) return opened
      const open = await openHere(clinic, session)
      return open.ok ? answer(await emergencyOf(clinic, open.value)) : open
    },
  ),

  route(
    'POST',
    '/api/emergency/end',
    { ...forEmergencies, audit: 'emergency-ended' },
    async ({ clinic, who, session, requestId }) => {
      if (session !== null) await endEmergency(clinic, { who, session, by: 'closed', requestId })
      return answer()
    },
  ),

  route(
    'GET',
    '/api/emergency/chart',
    { ...forEmergencies, audit: 'emergency-read' },
    async ({ clinic, who, session, requestId }) => {
      const open = await openHere(clinic, session)
      if (!open.ok) return open
      const { patientId, words } = open.value
      const readBy = { actor: { id: who.id }, what: 'the chart', action: 'emergency-read', requestId }
      const why = { purpose: breakGlass, reason: words }
      const chart = await clinic.record.audited({ ...readBy, ...why, patientId }, (view) =>
        openChart(clinic, view, patientId),
      )
      if (chart === null) return notFound()
      // Its records may have been merged since it was opened, and each of them tells who read it.
      const others = [chart.id, ...chart.merged].filter((id) => id !== patientId)
      if (others.length > 0) await clinic.record.auditRead({ ...readBy, ...why, patientIds: others })
      return answer(await viewOf(clinic, chart))
    },
  ),

  route(
    'GET',
    '/api/emergency/attachments/:file',
    { ...forEmergencies, ownership: 'opened', audit: 'emergency-read' },
    async ({ clinic, params, who, session, requestId }) => {
      const open = await openHere(clinic, session)
      if (!open.ok) return open
      const { patientId, words: reason } = open.value
      const file = await shownFile(clinic.record, { patientId, fileId: params.file })
      if (file === null) return notFound()
      const what = `Attachment/${file.id}`
      const read = { actor: { id: who.id }, what, action: 'emergency-read', patientId, requestId }
      await clinic.record.auditRead({ ...read, purpose: breakGlass, reason })
      return fileAnswer(file)
    },
  ),

  route(
    'GET',
    '/api/emergency/waiting',
    { may: 'emergency:review', audit: { not: 'reveals a number only' } },
    async ({ clinic }) => answer({ count: await clinic.record.openings.waiting() }),
  ),

  route(
    'GET',
    '/api/emergency/openings',
    { may: 'emergency:review', audit: 'emergency-openings-read' },
    async ({ clinic, who, requestId }) => {
      const page = await openingsPage(clinic, who.id)
      const patientIds = [...page.waiting, ...page.reviewed].map(({ patient }) => patient.id)
      const read = { actor: { id: who.id }, what: 'openings in an emergency', action: 'emergency-openings-read' }
      await clinic.record.auditRead({ ...read, patientIds, requestId })
      return answer(page)
    },
  ),

  route(
    'POST',
    '/api/emergency/openings/:id/review',
    { may: 'emergency:review', ownership: 'others', audit: 'emergency-reviewed' },
    async ({ clinic, params, body, who, requestId }) => {
      const done = await reviewOpening(clinic, { openingId: params.id, said: body, who, requestId })
      return done.ok ? answer() : done
    },
  ),
]
