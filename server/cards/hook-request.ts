import { isObject } from '@facialis/fhir/json/json.ts'
import { idPattern } from '@facialis/record'
import * as z from 'zod/mini'
import { customMessage, fieldPath } from '../core/field-path.ts'
import { ok, type Result, refuse } from '../core/refusal.ts'
import type { Service } from './services.ts'

const short = z.string().check(z.minLength(1), z.maxLength(200))

/**
 * A call of a hook, as far as every hook has it. `fhirServer` and `fhirAuthorization` are neither read nor kept: we call
 * nobody.
 */
const shape = z.object({
  hook: short,
  hookInstance: short,
  context: z.looseObject({
    userId: short,
    patientId: z
      .string()
      .check(z.regex(new RegExp(`^${idPattern}$`), 'An id has 1 to 64 letters, digits, dots and dashes.')),
  }),
  prefetch: z.optional(z.record(z.string(), z.unknown())),
})

export type HookRequest = z.infer<typeof shape>

/** More would take longer than anybody waits for a card, and nobody else is served meanwhile. */
const mostResources = 2000
const mostDrafts = 50
const mostHeld = 300

/** Of a page, and of those inside it. */
function entriesIn(bundle: unknown): number {
  if (!isObject(bundle) || !Array.isArray(bundle.entry)) return 0
  const inside = bundle.entry.map((one) => (isObject(one) ? entriesIn(one.resource) : 0))
  return inside.reduce((sum, many) => sum + many, bundle.entry.length)
}

/** Where orders, and what may hold others, stand in something. */
const holding = ['contained', 'entry', 'parameter', 'part', 'action', 'activity', 'input', 'basedOn', 'code']

/** How many things stand in what is sent, each of which may be an order. */
function heldIn(sent: unknown): number {
  if (!isObject(sent)) return 0
  return holding
    .flatMap((name) => (Array.isArray(sent[name]) ? [sent[name]] : []))
    .flat()
    .reduce<number>((sum, one) => sum + 1 + heldIn(one) + (isObject(one) ? heldIn(one.resource) : 0), 0)
}

/** Parses the request of a hook. Problems: `bad-shape` and `other-hook` (400), `too-large` (413), each with the place. */
export const parseHookRequest = (sent: unknown, service: Service): Result<HookRequest> => {
  const read = readAs(shape, sent)
  if (!read.ok) return read
  const { prefetch = {}, context } = read.value
  const sentFor = Object.values(prefetch).reduce<number>((sum, one) => sum + entriesIn(one), 0)
  if (sentFor > mostResources)
    return refuse(413, 'too-large', `At most ${mostResources} resources are read at once; ${sentFor} were sent.`, {
      where: 'prefetch',
    })
  const drafts = entriesIn(context.draftOrders)
  if (drafts > mostDrafts)
    return refuse(413, 'too-large', `At most ${mostDrafts} orders can be judged at once; ${drafts} were sent.`, {
      where: 'context.draftOrders.entry',
    })
  const held = heldIn(context.draftOrders)
  if (held > mostHeld)
    return refuse(
      413,
      'too-large',
      `At most ${mostHeld} items inside orders can be judged at once; ${held} were sent.`,
      {
        where: 'context.draftOrders',
      },
    )
  if (read.value.hook === service.hook) return read
  const sentence = `This service is asked at "${service.hook}", not at ${JSON.stringify(read.value.hook.slice(0, 40))}.`
  return refuse(400, 'other-hook', sentence, { where: 'hook' })
}

const coding = z.object({ system: z.optional(short), code: short })
const mostTold = 500
const wantedTold = `A list of 1 to ${mostTold} items of feedback is expected.`
const feedback = z.object({
  feedback: z
    .array(
      z.object({
        card: short,
        outcome: z.enum(['accepted', 'overridden']),
        acceptedSuggestions: z.optional(z.array(z.object({ id: short })).check(z.maxLength(50))),
        overrideReason: z.optional(
          z.object({
            reason: z.optional(coding),
            userComment: z.optional(z.string().check(z.maxLength(2000))),
          }),
        ),
        outcomeTimestamp: z.iso.datetime({ offset: true }),
      }),
      wantedTold,
    )
    .check(z.minLength(1, wantedTold), z.maxLength(mostTold, wantedTold)),
})

export type FeedbackRequest = z.infer<typeof feedback>['feedback'][number]

export const parseFeedback = (sent: unknown): Result<readonly FeedbackRequest[]> => {
  const read = readAs(feedback, sent)
  if (!read.ok) return read
  const empty = read.value.feedback.findIndex(
    ({ outcome, acceptedSuggestions = [] }) => outcome === 'accepted' && acceptedSuggestions.length === 0,
  )
  if (empty < 0) return ok(read.value.feedback)
  return refuse(400, 'bad-shape', 'Who accepts says which suggestions.', {
    where: `feedback[${empty}].acceptedSuggestions`,
  })
}

function readAs<T>(as: z.ZodMiniType<T>, sent: unknown): Result<T> {
  const read = as.safeParse(sent)
  if (read.success) return ok(read.data)
  const [issue] = read.error.issues
  const where = fieldPath(issue?.path ?? [])
  const said =
    where === '' ? 'What was sent is not such a request.' : `"${where}" is missing or not of the expected kind.`
  return refuse(400, 'bad-shape', customMessage(issue, as) ?? said, { where })
}
