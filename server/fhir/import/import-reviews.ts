import { bearsOnChart } from '@facialis/fhir'
import type { Clinic } from '../../clinic/clinic.ts'
import { chartAfter, type OpenRecord } from '../../patient/open-chart.ts'
import { reviewsIn } from '../../patient/reviews.ts'
import { birthDateReview } from '../write/birth-date-review.ts'
import type { Review, ReviewReason } from '../write/door-context.ts'
import { namesakeReviews } from '../write/namesakes.ts'
import { opensAGate } from '../write/opens-a-gate.ts'
import { changeOf, type Target } from '../write/targets.ts'
import type { JudgedBy } from '../write/write-context.ts'
import { byPerson } from '../write/write-provenance.ts'

/** Who brought it, as the beginning of a sentence. */
export const by = 'A file'

export const lookAtPart =
  'A file holds only part of what another Facialis recorded: nobody here knows what is missing, so ask anew or have the whole imported.'
const lookAtOpening = 'A file opens a gate further: look at what it brought before anybody relies on it.'

/** What somebody is asked to look at, where the door let something in that has to be. */
export const lookAt: Readonly<Record<ReviewReason, string>> = {
  given: 'A file told of toxin given while the gate was shut here: look at what happened and whether anything follows.',
  named: 'A note in a file names toxin, and nothing else in it does: read whether any was ordered or given.',
  doubtful:
    'A file told of toxin for another reason, and words beside it name the spasm: read for which of them it is.',
  unnamed:
    'A file told of a medicine that is ordered by a code nobody here reads, without a word, while toxin may not be: read what it is.',
  said: 'A message, an aim or a flag in a file names toxin, while toxin may not be ordered: read what it asks for.',
  elsewhere:
    'A file asks for an order to be carried out that is kept elsewhere, while toxin may not be ordered: read what it orders.',
}

/** A look that waits is for whatever comes until somebody looks: what is told by many lines, or by many batches, asks for it once. */
export async function notWaiting(
  asked: readonly Review[],
  open: (id: string) => Promise<OpenRecord | null>,
): Promise<readonly Review[]> {
  const wanted: Review[] = []
  for (const [patientId, ones] of Map.groupBy(asked, (one) => one.patientId)) {
    const waiting = reviewsIn((await open(patientId))?.resources ?? []).filter(({ done }) => !done)
    const known = new Set(waiting.map(({ reason }) => reason))
    for (const reason of new Set(ones.map((one) => one.reason)).difference(known)) wanted.push({ patientId, reason })
  }
  return wanted
}

/**
 * Who comes with the name and birth date of somebody here. Only of those who were here before the import: of its own people a
 * registry knows who is who, and of so many some are born on one day under one name.
 */
export const calledAsSomebodyHere = (
  targets: readonly Target[],
  { view, begun }: Pick<JudgedBy, 'view'> & Readonly<{ begun: number }>,
): Promise<readonly Review[]> =>
  namesakeReviews(targets, {
    view,
    by,
    among: async (found) => {
      const ids = found.map(({ id }) => String(id))
      const then = new Set((await view.readAsOf('Patient', ids, begun)).map(({ id }) => id))
      return found.filter(({ id }) => then.has(String(id)))
    },
  })

/**
 * For whom a gate stands further open with what the batch brings, or who is born on another day by it. Only of those who were
 * here before the import: nobody relied on an answer about the others, and the first load of a registry opens no chart for this.
 */
export async function saidOtherwise(
  targets: readonly Target[],
  { clinic, view, policy, begun }: Pick<JudgedBy, 'view' | 'policy'> & Readonly<{ clinic: Clinic; begun: number }>,
  open: (id: string) => Promise<OpenRecord | null>,
): Promise<readonly Review[]> {
  const bearing = byPerson(targets.filter(({ type }) => bearsOnChart(type)))
  const reviews: Review[] = []
  for (const { id } of await view.readAsOf('Patient', [...bearing.keys()], begun)) {
    const before = await open(id)
    if (before === null) continue
    const ones = bearing.get(id) ?? []
    const after = chartAfter(clinic, before, ones.flatMap(changeOf))
    if (opensAGate(before, after, { clinic, policy })) reviews.push({ patientId: id, reason: lookAtOpening })
    const doubt = birthDateReview(ones, { before, after, clinic, by })
    if (doubt !== null) reviews.push({ patientId: id, reason: doubt })
  }
  return reviews
}
