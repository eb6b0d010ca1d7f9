import * as z from 'zod/mini'
import type { Output } from './endpoint.ts'
import { named, noted } from './schema-notes.ts'

const problem = named(
  'Problem',
  z.object({
    code: z.string(),
    sentence: noted('For people: what went wrong, and what to do.', z.string()),
    where: noted('A path into what was sent, e.g. `entries[0].fields["session.units"]`.', z.optional(z.string())),
    reasons: noted(
      'For a refusal by a gate: its reasons …',
      z.optional(z.array(z.object({ rule: z.string(), passage: z.string(), text: z.string() }))),
    ),
    missing: noted('… what would open it …', z.optional(z.array(z.string()))),
    instead: noted('The id of the record to open instead, where this one was merged into it.', z.optional(z.string())),
    overridableBy: noted('… and who may record a standing exception.', z.optional(z.array(z.string()))),
  }),
  'What went wrong, in one sentence, and where.',
)
/** What went wrong, in one sentence, and where. */
export type Problem = Output<typeof problem>

export const refused = named('Refused', z.object({ problem }))
export type Refused = Output<typeof refused>
