import * as z from 'zod'

/**
 * What CDS Hooks 2.0 says of a response, written down from the specification and not from our code: which members there
 * are, which are required together, and that nothing is null or empty.
 */
const text = z.string().min(1)
const uuid = z.uuid()
const coding = z.strictObject({ system: z.url(), code: text, display: text })
const resource = z.looseObject({ resourceType: text })

const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('create'), description: text, resource }),
  z.strictObject({ type: z.literal('update'), description: text, resource: resource.extend({ id: text }) }),
  z.strictObject({
    type: z.literal('delete'),
    description: text,
    resourceId: z.string().regex(/^[A-Za-z]+\/[A-Za-z0-9.-]+$/),
  }),
])

const suggestion = z.strictObject({
  label: text,
  uuid,
  isRecommended: z.boolean().optional(),
  actions: z.array(action).min(1).optional(),
})

const card = z
  .strictObject({
    uuid,
    summary: z.string().min(1).max(139),
    detail: text,
    indicator: z.enum(['info', 'warning', 'critical']),
    source: z.strictObject({
      label: text,
      url: z.url().optional(),
      icon: z.url().optional(),
      topic: coding.optional(),
    }),
    suggestions: z.array(suggestion).min(1).optional(),
    selectionBehavior: z.enum(['at-most-one', 'any']).optional(),
    overrideReasons: z.array(coding).min(1).optional(),
    extension: z.record(z.string().regex(/^[a-z]+\.[a-z.]+$/), z.record(z.string(), z.unknown())),
  })
  .refine((one) => one.suggestions === undefined || one.selectionBehavior !== undefined, {
    message: 'suggestions say how many of them may be chosen',
  })

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
        id: z.string().regex(/^[\w-]+$/),
        prefetch: z.record(z.string().regex(/^\w+$/), z.string().regex(/^[A-Z]\w+[/?]/)),
        usageRequirements: text,
      }),
    )
    .min(1),
})
