import type { act } from '@facialis/wire/api/act.ts'
import type * as z from 'zod/mini'

/** An act as it was sent. What stands in its facts and fields is not checked yet. */
export type SentAct = z.output<typeof act>
export type SentEntry = NonNullable<SentAct['entries']>[number]
