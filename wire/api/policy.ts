import * as z from 'zod/mini'
import { stepState, urgency } from './advice.ts'
import type { Endpoints, Output } from './endpoint.ts'
import { named, noted } from './schema-notes.ts'

const text = z.string()
const maybe = z.nullable(text)
const numbers = z.record(text, z.number())
const values = z.strictObject({ values: z.record(text.check(z.maxLength(80)), z.number()) })

const policyPage = named(
  'PolicyPage',
  z.object({
    values: noted('Every number in force.', numbers),
    numbers: z.array(
      z.object({
        id: text,
        label: text,
        unit: text,
        default: z.number(),
        min: z.number(),
        max: z.number(),
        value: z.number(),
      }),
    ),
    history: noted('As they were set, oldest first.', z.array(z.object({ from: text, by: text, values: numbers }))),
  }),
)

const stepStands = z.object({ state: stepState, urgency, dueBy: maybe })
/** How a step stands; the day is null where it is not known. */
export type StepStands = Output<typeof stepStands>
const ruled = z.object({ rule: text, text })
/** The rule that decides, and what it says. */
export type Ruled = Output<typeof ruled>

const moved = named(
  'Moved',
  z.object({
    id: text,
    name: text,
    birthDate: maybe,
    moves: z.array(
      z.object({
        decision: text,
        from: text,
        to: text,
        fromRule: z.nullable(ruled),
        toRule: z.nullable(ruled),
      }),
    ),
    steps: z.array(z.object({ step: text, from: z.nullable(stepStands), to: z.nullable(stepStands) })),
    alerts: z.array(z.object({ alert: text, isRaised: z.boolean() })),
  }),
  'Somebody who would be told otherwise; a step that is not called for is null.',
)
/** Somebody who would be told otherwise; names as on the board. A step that is not called for is null. */
export type Moved = Output<typeof moved>

const whatIf = named(
  'WhatIf',
  z.union([
    z.object({
      state: noted('The records are still being read; ask again.', z.literal('reading')),
      read: z.int(),
      of: z.int(),
    }),
    z.object({
      state: z.literal('answered'),
      today: text,
      people: noted(
        'How many people were asked about; of how many anything changes, and of how many a decision.',
        z.int(),
      ),
      changing: z.int(),
      followingEarlier: noted(
        'How many of them follow an earlier version of the pathway; all are asked by the newest.',
        z.int(),
      ),
      moving: z.int(),
      moves: z.array(z.object({ decision: text, from: text, to: text, people: z.int() })),
      steps: z.array(z.object({ step: text, from: z.nullable(stepState), to: z.nullable(stepState), people: z.int() })),
      alerts: z.array(z.object({ alert: text, isRaised: z.boolean(), people: z.int() })),
      unread: noted(
        'Of whom a bug keeps the record from being read: not among those asked about. `who` is null for those who may not see the board.',
        z.object({
          people: z.int(),
          who: z.nullable(z.array(z.object({ id: text, name: text, birthDate: maybe }))),
        }),
      ),
      who: noted('Who, decisions first; null for those who may not see the board.', z.nullable(z.array(moved))),
    }),
  ]),
)
/**
 * Who would be told otherwise today, were other numbers set: everybody on the board who is not closed, and who would be
 * closed or opened by it.
 */
export type WhatIf = Output<typeof whatIf>

export const policyApi = {
  'GET /api/policy': { name: 'readPolicy', does: 'The policy numbers in force at this site.', gives: policyPage },
  'PUT /api/policy': {
    name: 'changePolicy',
    does: 'Sets policy numbers, effective today.',
    ifMatch: {
      not: 'numbers that are not sent stay as somebody else has just set them, and the earlier ones are kept',
    },
    takes: values,
    gives: policyPage,
  },
  'POST /api/policy/what-if': {
    name: 'tryPolicy',
    does: 'Lists the people whose advice would change today if these numbers were set. Changes nothing.',
    takes: values,
    gives: whatIf,
  },
} as const satisfies Endpoints
