import * as z from 'zod/mini'
import { fields } from '../agreed/fields.ts'
import type { Endpoints, Output } from './endpoint.ts'
import { named, noted } from './schema-notes.ts'
import { text } from './shapes.ts'

const maybe = z.nullable(z.string())
const lotRecall = named(
  'LotRecall',
  z.object({
    lot: z.string(),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        birthDate: maybe,
        phone: maybe,
        email: maybe,
        given: noted('The days, newest first.', z.array(z.nullable(z.string()))),
      }),
    ),
  }),
)
/** Everybody who was given toxin of this lot, with the days, newest first. */
export type LotRecall = Output<typeof lotRecall>

export const lotsApi = {
  'POST /api/lots/recall': {
    name: 'recallLot',
    does: 'Lists everyone who was given toxin from one lot.',
    takes: z.strictObject({ lot: text(fields.lot) }),
    gives: lotRecall,
  },
} as const satisfies Endpoints
