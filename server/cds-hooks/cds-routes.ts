import type { Clinic } from '../clinic.ts'
import { type Answer, answer } from '../http/route.ts'
import type { Caller } from './admit.ts'
import { answerHook } from './answer-hook.ts'
import { askedHookIn, feedbackIn } from './asked-hook.ts'
import { keepFeedback } from './keep-feedback.ts'
import { discoveryOf, type Service, services } from './services.ts'

export type CdsAsked = Readonly<{ clinic: Clinic; caller: Caller; body: unknown; requestId: string }>

/** One line of what other systems may ask. Every line is told in the audit trail before it is answered. */
export type CdsRoute = Readonly<{
  method: 'GET' | 'POST'
  path: string
  audit: string
  /** The service it belongs to; null where it is about all of them. */
  service: Service | null
  handle: (asked: CdsAsked) => Promise<Answer>
}>

const discovery: CdsRoute = {
  method: 'GET',
  path: '/cds-services',
  audit: 'cds-discovery',
  service: null,
  handle: async ({ clinic, caller, requestId }) => {
    await clinic.record.auditRead({
      actor: caller.actor,
      what: 'which services there are',
      action: 'cds-discovery',
      requestId,
    })
    const allowed = services.filter(({ id }) => caller.services.includes(id))
    return answer(discoveryOf(clinic.pathway, allowed))
  },
}

const called = (service: Service): CdsRoute => ({
  method: 'POST',
  path: `/cds-services/${service.id}`,
  audit: `cds-${service.hook}`,
  service,
  handle: async ({ clinic, caller, body, requestId }) => {
    const asked = askedHookIn(body, service)
    if (!asked.ok) return asked
    const answered = await answerHook(clinic, service.hook, asked.value)
    if (!answered.ok) return answered
    const { cards, counted } = answered.value
    const { context, hookInstance } = asked.value
    await clinic.record.auditRead({
      actor: caller.actor,
      what: `advice for Patient/${context.patientId} of ${caller.name}, at ${hookInstance}`,
      action: `cds-${service.hook}`,
      reason: JSON.stringify({ version: clinic.pathway.version, cards: cards.map(({ uuid }) => uuid), ...counted }),
      requestId,
    })
    return answer({ cards })
  },
})

const toldOf = (service: Service): CdsRoute => ({
  method: 'POST',
  path: `/cds-services/${service.id}/feedback`,
  audit: 'cds-feedback',
  service,
  handle: async ({ clinic, caller, body, requestId }) => {
    const read = feedbackIn(body)
    if (!read.ok) return read
    const fresh = await keepFeedback(clinic.record, read.value, { service, client: caller.name })
    const what = `${read.value.length} told of ${service.id}, ${fresh} of them new`
    await clinic.record.auditRead({ actor: caller.actor, what, action: 'cds-feedback', requestId })
    return answer({})
  },
})

/** Everything other systems may ask of the CDS services. What is not in this table does not exist. */
export const cdsRoutes: readonly CdsRoute[] = [
  discovery,
  ...services.flatMap((service) => [called(service), toldOf(service)]),
]
