import { daysADraftIsKept } from '@facialis/wire'
import type { RecordAndClock } from '../core/core-context.ts'

const day = 24 * 60 * 60_000

/** What was last typed before this instant is kept no longer. */
export const draftsKeptSince = (now: string): string =>
  new Date(new Date(now).getTime() - daysADraftIsKept * day).toISOString()

/** Drops what nobody went on with. @returns how many */
export const forgetOldDrafts = ({ record, now }: RecordAndClock): Promise<number> =>
  record.drafts.forget(draftsKeptSince(now()))
