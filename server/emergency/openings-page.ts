import type { DurableRecord, Opening } from '@facialis/record'
import {
  emergencyCauses,
  type OpeningEnd,
  type OpeningLine,
  type OpeningsPage,
  openingDraft,
  openingEnds,
  openingVerdicts,
} from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { isLiveSession } from '../identity/sessions.ts'
import { identityOf } from '../patient/identity.ts'

const mostReviewed = 50

/** Every opening that waits for a review, and the newest of those that were looked into, as `accountId` reads them. */
export async function openingsPage({ record, now }: Clinic, accountId: string): Promise<OpeningsPage> {
  const line = await lineWriter(record, now())
  const waiting = await record.openings.list({ reviewed: false })
  const reviewed = await record.openings.list({ reviewed: true, limit: mostReviewed })
  const drafts = new Set((await record.drafts.list(accountId)).map(({ key }) => key))
  return {
    waiting: await Promise.all(waiting.map(line)),
    reviewed: await Promise.all(reviewed.map(line)),
    begun: reviewed.map(({ id }) => id).filter((id) => drafts.has(openingDraft(id))),
  }
}

async function lineWriter(record: DurableRecord, at: string): Promise<(opening: Opening) => Promise<OpeningLine>> {
  const names = new Map((await record.accounts.list()).map(({ id, displayName }) => [id, displayName]))
  const named = (id: string) => names.get(id) ?? id
  const isLive = async ({ accountId, sessionId }: Opening) =>
    (await record.sessions.ofAccount(accountId)).some((one) => one.id === sessionId && isLiveSession(one, at))
  return async (opening) => {
    const { id, accountId, patientId, cause, words, opened, review } = opening
    const patient = await record.read('Patient', patientId)
    return {
      id,
      who: { id: accountId, name: named(accountId) },
      patient: { id: patientId, name: patient.ok ? identityOf(patient.value.resource, null).name : patientId },
      cause: oneOf(emergencyCauses, cause),
      words,
      opened,
      ended: endOf(opening, at) ?? ((await isLive(opening)) ? null : { at: null, by: 'signed-out' }),
      review: review && {
        verdict: oneOf(openingVerdicts, review.verdict),
        note: review.note,
        at: review.at,
        by: named(review.reviewerId),
      },
    }
  }
}

function endOf({ ended, expires }: Pick<Opening, 'ended' | 'expires'>, at: string): OpeningLine['ended'] {
  if (ended !== null) return { at: ended.at, by: oneOf<OpeningEnd>(openingEnds, ended.by) }
  return expires <= at ? { at: expires, by: 'time' } : null
}

// Only this server writes these words.
function oneOf<T extends string>(words: readonly T[], kept: string): T {
  const known = words.find((word) => word === kept)
  if (known === undefined) throw new Error(`An opening is kept with the unknown word "${kept}"`)
  return known
}
