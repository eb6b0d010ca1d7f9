import { type Advice, type DetailValue, urgencies } from '@facialis/language'
import * as z from 'zod/mini'
import { ignored, unknown } from './chart.ts'
import { named, noted } from './schema-notes.ts'

export const stepState = z.enum(['early', 'due', 'grace', 'overdue', 'unknown-anchor'])
export const urgency = z.enum(urgencies)

const detailValue: z.ZodMiniType<DetailValue> = named(
  'DetailValue',
  z.lazy(() => z.union([z.string(), z.number(), z.null(), z.array(detailValue), z.record(z.string(), detailValue)])),
)

const because = named(
  'Because',
  z.object({
    rule: z.string(),
    passage: z.string(),
    passages: z.array(z.string()),
    facts: z.array(z.string()),
    text: z.string(),
    from: noted(
      'The facts that decided it, as they stood.',
      z.array(
        z.object({
          fact: z.string(),
          value: z.string(),
          why: z.optional(unknown),
          date: z.nullable(z.string()),
          source: z.nullable(z.string()),
        }),
      ),
    ),
    unverified: z.optional(z.literal(true)),
    open: noted('Nobody knows whether its condition holds.', z.optional(z.literal(true))),
    shuts: noted('It shuts its gate by itself.', z.optional(z.literal(true))),
    waitsFor: noted(
      'The cheapest unknown facts for which some values would take it away.',
      z.optional(z.array(z.string())),
    ),
    until: noted('The first day on which time has taken it away.', z.optional(z.string())),
  }),
  'One reason for an answer.',
)

const explained = {
  detail: z.record(z.string(), detailValue),
  because: z.array(because),
  missing: noted('The cheapest unknown facts for which some values would settle more.', z.array(z.string())),
  whyNot: noted('For every other answer: what stands in its way.', z.record(z.string(), z.string())),
}
const decided = named('Decided', z.object({ answer: z.string(), ...explained, by: z.optional(z.string()) }))
const listed = named('Listed', z.object({ answer: z.array(detailValue), ...explained }))

const nextStep = named(
  'NextStep',
  z.object({
    id: z.string(),
    label: z.string(),
    text: z.string(),
    owner: z.string(),
    urgency,
    anchor: z.object({ fact: z.string(), date: z.nullable(z.string()) }),
    dueBy: z.nullable(z.string()),
    state: stepState,
    rules: z.array(z.string()),
    passages: z.array(z.string()),
    missing: z.array(z.string()),
  }),
)

/** @see Advice of the language */
export const advice: z.ZodMiniType<Advice> = named(
  'Advice',
  z.object({
    pathway: z.string(),
    version: z.string(),
    status: z.string(),
    asOf: z.string(),
    holdsUntil: noted('The first day on which anything here changes with no new fact.', z.nullable(z.string())),
    decisions: z.record(z.string(), z.union([decided, listed])),
    nextSteps: z.array(nextStep),
    alerts: z.array(
      z.object({
        id: z.string(),
        severity: z.enum(['info', 'warning', 'critical']),
        text: z.string(),
        rules: z.array(z.string()),
        passages: z.array(z.string()),
      }),
    ),
    missing: noted(
      'Unknown facts, the best next question first.',
      z.array(z.object({ fact: z.string(), question: z.string(), why: unknown, settles: z.array(z.string()) })),
    ),
    conflicts: z.array(z.object({ fact: z.string(), text: z.string() })),
    ignored: z.array(ignored),
  }),
  'The answer to the five questions, for one person on one day.',
)
