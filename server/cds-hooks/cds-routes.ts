import type { AuditedRead } from '@facialis/record'
import { parseFeedback, parseHookRequest } from '../cards/hook-request.ts'
import { discoveryOf, type Service, services } from '../cards/services.ts'
import type { Clinic } from '../clinic/clinic.ts'
import { type Answer, answer } from '../http/route.ts'
import type { Caller } from './admission.ts'
import { answerHook } from './answer-hook.ts'
import { keepFeedback } from './keep-feedback.ts'

export type CdsAsked = Readonly<{ clinic: Clinic; caller: Caller; body: unknown; requestId: string }>

/** An answer, and what is to be told of it before it is given; null of a refusal. */
export type Handled = Readonly<{ answer: Answer; told: AuditedRead | null }>

/** One line of what other systems may ask. Every line is told in the audit trail before it is answered. */
export type CdsRoute = Readonly<{
  method: 'GET' | 'POST'
  path: string
  audit: string
  /** The service it belongs to; null where it is about all of them. */
  service: Service | null
  /** Whether it writes: then whoever asks has used up what they showed before anything is done. */
  writes: boolean
  handle: (asked: CdsAsked) => Promise<Handled>
}>

const refused = (answer: Answer): Handled => ({ answer, told: null })

const discovery: CdsRoute = {
  method: 'GET',
  path: '/cds-services',
  audit: 'cds-discovery',
  service: null,
  writes: false,
  handle: async ({ clinic, caller, requestId }) => {
    const told = { actor: caller.actor, what: 'which services there are', action: 'cds-discovery', requestId }
    const allowed = services.filter(({ id }) => caller.services.includes(id))
    return { answer: answer(discoveryOf(clinic.pathway, allowed)), told }
  },
}

const called = (service: Service): CdsRoute => ({
  method: 'POST',
  path: `/cds-services/${service.id}`,
  audit: `cds-${service.hook}`,
  service,
  writes: false,
  handle: async ({ clinic, caller, body, requestId }) => {
    const asked = parseHookRequest(body, service)
    if (!asked.ok) return refused(asked)
    const answered = await answerHook(clinic, service.hook, asked.value)
    if (!answered.ok) return refused(answered)
    const { cards, counted } = answered.value
    const { context, hookInstance } = asked.value
    const told = {
      actor: caller.actor,
      what: `advice for Patient/${context.patientId} of ${caller.name}, at ${hookInstance}`,
      action: `cds-${service.hook}`,
      reason: JSON.stringify({
        version: clinic.versions.newest.version,
        cards: cards.map(({ uuid }) => uuid),
        ...counted,
      }),
      requestId,
    }
    return { answer: answer({ cards }), told }
  },
})

const toldOf = (service: Service): CdsRoute => ({
  method: 'POST',
  path: `/cds-services/${service.id}/feedback`,
  audit: 'cds-feedback',
  service,
  writes: true,
  handle: async ({ clinic, caller, body, requestId }) => {
    const read = parseFeedback(body)
    if (!read.ok) return refused(read)
    const fresh = await keepFeedback(clinic.record, read.value, { service, client: caller.name })
    const what = `${read.value.length} told of ${service.id}, ${fresh} of them new`
    return { answer: answer({}), told: { actor: caller.actor, what, action: 'cds-feedback', requestId } }
  },
})

/** Everything other systems may ask of the CDS services. What is not in this table does not exist. */
export const cdsRoutes: readonly CdsRoute[] = [
  discovery,
  ...services.flatMap((service) => [called(service), toldOf(service)]),
]
