import { type Chart, unknownReasons } from '@facialis/language'
import * as z from 'zod/mini'
import { named, noted } from './schema-notes.ts'

const span = named(
  'Span',
  z.object({ lo: z.int(), hi: z.int() }),
  'The days a date may mean, both included, as whole day numbers (day 0 is 1970-01-01).',
)
export const unknown = z.enum(unknownReasons)
const value = named(
  'Value',
  z.union([
    z.object({ word: z.string() }),
    z.object({ number: z.number() }),
    z.object({ words: z.array(z.string()) }),
    z.object({ date: span }),
    z.object({ text: z.string() }),
    z.object({ unknown }),
  ]),
  'A typed value, or why it is unknown.',
)
const provenance = named(
  'Provenance',
  z.object({
    source: z.string(),
    by: z.optional(z.string()),
    role: z.optional(z.string()),
    note: z.optional(z.string()),
    study: noted('The entry a judgement rests on.', z.optional(z.string())),
  }),
)
export const ignored = named('Ignored', z.object({ what: z.string(), why: z.string() }))

/** @see Chart of the language */
export const chart: z.ZodMiniType<Chart> = named(
  'Chart',
  z.object({
    observations: z.array(z.object({ fact: z.string(), value, date: z.nullable(span), provenance })),
    screens: z.array(z.object({ screen: z.string(), date: span, provenance })),
    entries: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        date: z.nullable(span),
        withdrawn: z.boolean(),
        supersedes: z.array(z.string()),
        fields: z.record(z.string(), value),
        provenance,
      }),
    ),
    ignored: z.optional(z.array(ignored)),
  }),
  'All that is known about one person, as stated.',
)
