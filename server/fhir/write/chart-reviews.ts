import { bearsOnChart } from '@facialis/fhir'
import { openPeriodicYield } from '../../core/periodic-yield.ts'
import { ok, type Result } from '../../core/refusal.ts'
import { chartAfter, type OpenRecord } from '../../patient/open-chart.ts'
import { birthDateReview } from './birth-date-review.ts'
import { correctionOverwritten } from './correction-overwritten.ts'
import type { Review, ReviewReason } from './door-context.ts'
import { opensAGate } from './opens-a-gate.ts'
import { removedStatements } from './removed-statements.ts'
import { changeOf, type Target } from './targets.ts'
import type { WriteContext } from './write-context.ts'
import { byPerson } from './write-provenance.ts'

/** Who wrote it, as the beginning of a sentence. */
export const by = 'Another system'

const lookAtOpening =
  'What another system wrote, or took back, opens a gate further: look at it before anybody relies on it.'

export const indicationReviewText =
  'Another system took back the reason for which toxin was ordered or given: look at what it is for now, and whether it may be given.'

export const reviewTexts: Readonly<Record<ReviewReason, string>> = {
  given:
    'Another system told of toxin given while the gate was shut: look at what happened and whether anything follows.',
  named:
    'Another system wrote of toxin, in a note or as a product beside what it tells of: read whether any was ordered or given.',
  doubtful:
    'Another system told of toxin for another reason, and words beside it name the spasm: read for which of them it is.',
  unnamed:
    'Another system told of a medicine by a code that nobody here reads, without a word, while toxin may not be ordered: read what it is.',
  said: 'Another system wrote of toxin in a message, an aim or a flag, while toxin may not be ordered: read what it asks for.',
  elsewhere:
    'Another system asks for an order to be carried out that is kept elsewhere, while toxin may not be ordered: read what it orders.',
}

type Charting = Pick<WriteContext, 'clinic' | 'who'> &
  Readonly<{ open: (patientId: string) => Promise<OpenRecord | null> }> &
  Parameters<typeof opensAGate>[2]

/**
 * Who has to look at what the charts of people become by it: a gate that opens further, a birth date in doubt, a name or a birth
 * date that was corrected here. Refused: what may be taken off a chart by an act alone.
 */
export async function chartReviews(targets: readonly Target[], charting: Charting): Promise<Result<readonly Review[]>> {
  const { clinic, open } = charting
  const charted: Review[] = []
  const yieldNow = openPeriodicYield()
  for (const [patientId, ones] of byPerson(targets)) {
    await yieldNow()
    // A record of thousands takes a while to read, and what says nothing of the person neither opens a gate nor takes anything off.
    const bearing = ones.filter(({ type }) => bearsOnChart(type))
    const before = bearing.length === 0 ? null : await open(patientId)
    if (before === null) continue
    const after = chartAfter(clinic, before, bearing.flatMap(changeOf))
    const lost = removedStatements(before.chart, after, charting)
    if (lost) return lost
    if (opensAGate(before, after, charting)) charted.push({ patientId, reason: lookAtOpening })
    const doubt = birthDateReview(bearing, { before, after, clinic, by })
    if (doubt !== null) charted.push({ patientId, reason: doubt })
    const of = doubt === null ? (['name', 'birthDate'] as const) : (['name'] as const)
    const undone = correctionOverwritten(bearing, { before, by, of })
    if (undone !== null) charted.push({ patientId, reason: undone })
  }
  return ok(charted)
}
