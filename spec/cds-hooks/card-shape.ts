import * as z from 'zod/mini'

/**
 * What CDS Hooks 2.0 says of a response, written down from the specification and not from our code: which members there
 * are, which are required together, and that nothing is null or empty.
 */
const text = z.string().check(z.minLength(1))
const uuid = z.uuid()
const coding = z.strictObject({ system: z.url(), code: text, display: text })
const resource = z.looseObject({ resourceType: text })

const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('create'), description: text, resource }),
  z.strictObject({ type: z.literal('update'), description: text, resource: z.extend(resource, { id: text }) }),
  z.strictObject({
    type: z.literal('delete'),
    description: text,
    resourceId: z.string().check(z.regex(/^[A-Za-z]+\/[A-Za-z0-9.-]+$/)),
  }),
])

const suggestion = z.strictObject({
  label: text,
  uuid,
  isRecommended: z.optional(z.boolean()),
  actions: z.optional(z.array(action).check(z.minLength(1))),
})

const card = z
  .strictObject({
    uuid,
    summary: z.string().check(z.minLength(1), z.maxLength(139)),
    detail: text,
    indicator: z.enum(['info', 'warning', 'critical']),
    source: z.strictObject({
      label: text,
      url: z.optional(z.url()),
      icon: z.optional(z.url()),
      topic: z.optional(coding),
    }),
    suggestions: z.optional(z.array(suggestion).check(z.minLength(1))),
    selectionBehavior: z.optional(z.enum(['at-most-one', 'any'])),
    overrideReasons: z.optional(z.array(coding).check(z.minLength(1))),
    extension: z.record(z.string().check(z.regex(/^[a-z]+\.[a-z.]+$/)), z.record(z.string(), z.unknown())),
  })
  .check(
    z.refine(
      (one) => one.suggestions === undefined || one.selectionBehavior !== undefined,
      'suggestions say how many of them may be chosen',
    ),
  )

export const hookResponse = z.strictObject({ cards: z.array(card) })
export type HookResponse = z.infer<typeof hookResponse>
export type ShownCard = HookResponse['cards'][number]

export const discovery = z.strictObject({
  services: z
    .array(
      z.strictObject({
        hook: z.enum(['patient-view', 'order-select', 'order-sign']),
        title: text,
        description: text,
        id: z.string().check(z.regex(/^[\w-]+$/)),
        prefetch: z.record(z.string().check(z.regex(/^\w+$/)), z.string().check(z.regex(/^[A-Z]\w+[/?]/))),
        usageRequirements: text,
      }),
    )
    .check(z.minLength(1)),
})
