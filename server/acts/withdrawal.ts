import { stoppedOrders } from '@facialis/fhir'
import { ok, type Refusal, type Result, refuse } from '../core/refusal.ts'
import type { OpenRecord } from '../patient/open-chart.ts'
import { type ActProvenance, actProvenanceIn, withdrawnIn } from '../patient/provenance.ts'
import type { SentAct } from './act-shape.ts'

const order = 'toxin-order'
const withdrawal = 'toxin-order-withdrawn'

/** Taking an order back says which, and why; no other act takes one back. Judged without the chart. */
export function withdrawalWrong({ kind, withdraws, note }: SentAct): Refusal | null {
  if (kind !== withdrawal) {
    if (withdraws === undefined) return null
    const sentence = `An order is withdrawn in an act of its own, "${withdrawal}".`
    return refuse(422, 'out-of-place', sentence, { where: 'withdraws' })
  }
  if (withdraws === undefined) return refuse(422, 'incomplete', 'Say which order is withdrawn.', { where: 'withdraws' })
  return note?.trim() ? null : refuse(422, 'incomplete', 'Give the reason for withdrawing it.', { where: 'note' })
}

type Recorded = Pick<OpenRecord, 'resources'>
const toldIn = ({ resources }: Recorded): readonly ActProvenance[] =>
  resources.flatMap((resource) => actProvenanceIn(resource) ?? [])

/** The order that an act withdraws; null when it withdraws none. */
export function withdrawnOrder(
  { kind, withdraws }: Pick<SentAct, 'kind' | 'withdraws'>,
  before: Recorded,
): Result<ActProvenance | null> {
  if (kind !== withdrawal) return ok(null)
  const told = toldIn(before)
  const meant = told.find((one) => one.id === withdraws && one.kind === order)
  const where = { where: 'withdraws' }
  if (!meant) return refuse(422, 'unknown-order', 'There is no such order on this record.', where)
  const earlier = withdrawnIn(told).get(meant.id)
  if (!earlier) return ok(meant)
  return refuse(422, 'already-withdrawn', `${earlier.by} withdrew this order already, on ${earlier.date}.`, where)
}

/** Orders under which nurses inject, on whatever day they were signed; one that was withdrawn is none. */
export function standingOrders(before: Recorded): readonly ActProvenance[] {
  const told = toldIn(before)
  const withdrawn = withdrawnIn(told)
  return told.filter(({ id, kind }) => kind === order && !withdrawn.has(id))
}

/** What other systems read of an order, ended. An act and what it writes are of one instant, and no two acts of a record are. */
export const endedForOthers = ({ kind, recordedAt }: ActProvenance, { resources }: Recorded, reason: string) =>
  stoppedOrders(resources, { kind, at: recordedAt, reason })
