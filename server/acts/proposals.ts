import type { Chart, EntryRecord } from '@facialis/language'
import { isADoctor } from '@facialis/wire'
import { ok, type Result, refuse } from '../core/refusal.ts'
import type { IsOurs } from '../gate/colleagues.ts'
import type { Giver, Proposal } from '../gate/gate.ts'
import type { SignedIn } from '../identity/account.ts'
import type { SentAct } from './act-shape.ts'

/** A session of an act, and what it is to the gate; null when it is nothing to it (another indication, an outcome). */
export type ProposedSession = Readonly<{ record: EntryRecord; proposal: Proposal | null; where: string }>

const wordOf = (entry: EntryRecord | undefined, id: string): string | null => {
  const value = entry?.fields[id]
  return value && 'word' in value ? value.word : null
}

/** Toxin for the face: for the spasm, cosmetic, or for no stated reason. Migraine, neck, bladder are another indication. */
const isFacial = (entry: EntryRecord): boolean => wordOf(entry, 'session.indication') !== 'other'

/** What of an act meets the gate. `stated` are the entries of the act, in its order. */
export function proposalsOf(
  act: Pick<SentAct, 'kind' | 'recordedAfter'>,
  stated: readonly EntryRecord[],
  { before, who, isOurs }: Readonly<{ before: Chart; who: Pick<SignedIn, 'roles'>; isOurs: IsOurs }>,
): Result<Readonly<{ orders: readonly Proposal[]; sessions: readonly ProposedSession[] }>> {
  const sessions: ProposedSession[] = []
  for (const [index, record] of stated.entries()) {
    if (record.kind !== 'session') continue
    const where = `entries[${index}]`
    const earlier = before.entries.find((entry) => entry.kind === 'session' && entry.id === record.id)
    if (earlier && act.kind !== 'toxin-response' && act.kind !== 'correction') {
      return refuse(422, 'already-recorded', 'This session is already recorded. Change it with a correction.', {
        where: `${where}.id`,
      })
    }
    if (!earlier && act.kind === 'toxin-response') {
      return refuse(422, 'unknown-entry', 'There is no such session to answer for.', { where: `${where}.id` })
    }
    const whole = earlier
      ? { ...record, date: record.date ?? earlier.date, fields: { ...earlier.fields, ...record.fields } }
      : record
    const matters = isFacial(whole) && !whole.withdrawn && act.kind !== 'toxin-response'
    // A session that was facial before has met the gate already; one that becomes so by a correction has not.
    const wasFacial = earlier !== undefined && !earlier.withdrawn && isFacial(earlier)
    const proposal: Proposal = {
      kind: 'administration',
      date: whole.date,
      here: wordOf(whole, 'session.performedHere') !== 'no',
      by: toldBy(act.recordedAfter?.by, isOurs),
      recordedAfter: act.recordedAfter !== undefined || wasFacial,
      over: wasFacial || (act.recordedAfter?.why === 'mistake' && isADoctor(who.roles)),
      where: `${where}.date`,
    }
    sessions.push({ record: whole, proposal: matters ? proposal : null, where })
  }
  return ok({ orders: act.kind === 'toxin-order' ? [{ kind: 'order' }] : [], sessions })
}

const toldBy = (by: string | undefined, isOurs: IsOurs): Giver =>
  by === undefined || by.trim() === '' ? 'unsaid' : isOurs({ display: by }) ? 'one-of-us' : 'others'
