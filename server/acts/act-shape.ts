import { actKinds, fields as written } from '@facialis/wire'
import * as z from 'zod/mini'
import { prose, text } from '../routes/shapes.ts'

const fields = z.record(z.string().check(z.maxLength(80)), z.unknown())
const entryId = z.string().check(z.regex(/^[A-Za-z0-9.-]{1,48}$/))

const entry = z.strictObject({
  id: z.optional(entryId),
  kind: z.string().check(z.maxLength(40)),
  date: z.optional(z.nullable(z.string().check(z.maxLength(10)))),
  supersedes: z.optional(z.array(entryId).check(z.maxLength(20))),
  withdrawn: z.optional(z.boolean()),
  fields,
})

/** The envelope of an act. What stands in its facts and fields is checked against the pathway, not here. */
export const actShape = z.strictObject({
  kind: z.enum(actKinds),
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  facts: z.optional(fields),
  screens: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10))),
  entries: z.optional(z.array(entry).check(z.maxLength(60))),
  note: z.optional(prose(written.note)),
  recordedAfter: z.optional(
    z.strictObject({ why: z.enum(['elsewhere', 'downtime', 'mistake', 'late']), by: z.optional(text(written.toldBy)) }),
  ),
  /** The second press: "yes, this dose, this product". */
  confirmed: z.optional(z.boolean()),
})

/** An act as it was sent. */
export type SentAct = z.infer<typeof actShape>
export type SentEntry = NonNullable<SentAct['entries']>[number]
