import * as z from 'zod/mini'
import { actKinds, afterwards } from '../agreed/acts.ts'
import { fields as written } from '../agreed/fields.ts'
import type { Input } from './endpoint.ts'
import { sentFacts } from './plain.ts'
import { named, noted } from './schema-notes.ts'
import { prose, text, wholeDay } from './shapes.ts'

const entryId = z.string().check(z.regex(/^[A-Za-z0-9.-]{1,48}$/))

const entry = named(
  'PlainEntry',
  z.strictObject({
    id: z.optional(entryId),
    kind: z.string().check(z.maxLength(40)),
    date: z.optional(z.nullable(z.string().check(z.maxLength(10)))),
    supersedes: noted('Ids of entries this one replaces.', z.optional(z.array(entryId).check(z.maxLength(20)))),
    withdrawn: z.optional(z.boolean()),
    fields: sentFacts,
  }),
)
/** An entry as it is written here: that its day is not known is said. */
export type PlainEntry = Input<typeof entry> & Readonly<{ date: string | null }>

const recordedAfter = z.strictObject({ why: z.enum(afterwards), by: z.optional(text(written.toldBy)) })

/** The envelope of an act. What stands in its facts and fields is checked against the pathway, not here. */
export const act = named(
  'Act',
  z.strictObject({
    kind: z.enum(actKinds),
    date: wholeDay,
    facts: z.optional(sentFacts),
    screens: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10))),
    entries: z.optional(z.array(entry).check(z.maxLength(60))),
    note: z.optional(prose(written.note)),
    withdraws: noted('The order that is withdrawn, by the id of its line on the timeline.', z.optional(entryId)),
    recordedAfter: noted(
      'It already happened (elsewhere, on paper, by mistake) and is recorded afterwards.',
      z.optional(recordedAfter),
    ),
    confirmed: noted('The second press: an unusual dose, side or product was said twice.', z.optional(z.boolean())),
  }),
  'Something a person recorded: statements, completed screens, entries.',
)
/** Something a person recorded: statements, completed screens, entries. */
export type Act = Omit<Input<typeof act>, 'entries'> & Readonly<{ entries?: readonly PlainEntry[] }>
