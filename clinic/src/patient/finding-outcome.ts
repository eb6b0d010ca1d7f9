import type { Advice } from '@facialis/language'
import type { Act, PatientView, TimelineItem } from '@facialis/wire'
import { factOf } from '../pathway.ts'
import type { Recording } from '../recorded.ts'
import { openFlags } from './open-flags.ts'

/** On record as "yes", and open or answered for by a later scan; or raised by something else on record. */
export type WasThere = 'on-record' | 'by-scan' | 'raised'
/** The line somebody wrote, with who and when. */
export type RecordedOutcome = Readonly<{ line: string; by: string; date: string }>
/** How a red flag or a finding of the examination stands that was there. */
export type FindingOutcome =
  /** `said`: a line from before it was told again. */
  | Readonly<{ state: WasThere; said: RecordedOutcome | null }>
  | Readonly<{ state: 'said'; said: RecordedOutcome | null; today: boolean }>

type Known = Readonly<{ recorded: Recording; advice: Advice }>

/** That it was there and nobody has said what became of it; null otherwise. */
export function pendingOutcomeOf(id: string, { recorded, advice }: Known): WasThere | null {
  const judged = judgementOf(id)
  if (judged === null) return null
  const isOpen = openFlags(advice).includes(id)
  if (recorded.fact(id)?.value === judged.of) return isOpen || !id.startsWith('rf.') ? 'on-record' : 'by-scan'
  // What raised it is newer than what was said of it.
  return isOpen ? 'raised' : null
}

/** Null where there is nothing to answer for. */
export function findingOutcomeOf(
  id: string,
  { recorded, view }: Readonly<{ recorded: Recording; view: Pick<PatientView, 'advice' | 'timeline' | 'today'> }>,
): FindingOutcome | null {
  const unsaid = pendingOutcomeOf(id, { recorded, advice: view.advice })
  const now = recorded.fact(id)
  const said = saidOf(id, view.timeline)
  if (unsaid !== null)
    return {
      state: unsaid,
      said: unsaid === 'on-record' && said !== null && said.date <= (now?.date ?? '') ? said : null,
    }
  if (now === null || now.value !== judgementOf(id)?.word) return null
  return { state: 'said', said, today: now.date === view.today }
}

/** Somebody has to see it without looking for it: it waits, or it was said just now. */
export const isInSight = (outcome: FindingOutcome | null): boolean =>
  outcome !== null && (outcome.state !== 'said' || outcome.today)

export const awaitsOutcome = (outcome: FindingOutcome | null): boolean =>
  outcome !== null && (outcome.state === 'on-record' || outcome.state === 'raised')

/** The line as an act of its own; null while nothing is written. */
export function outcomeAct(id: string, line: string, today: string): Act | null {
  const judged = judgementOf(id)
  if (judged === null || line.trim() === '') return null
  return { kind: 'flag-resolved', date: today, facts: { [id]: judged.word }, note: line.trim() }
}

/** The relevance of what a scan or the history found is judged elsewhere. */
function judgementOf(id: string): Readonly<{ word: string; of: string }> | null {
  if (!id.startsWith('rf.') && !id.startsWith('exam.')) return null
  const fact = factOf(id)
  const judged = fact !== null && 'judged' in fact ? fact.judged : null
  const word = judged?.words[0]
  return judged === null || word === undefined ? null : { word, of: judged.of }
}

function saidOf(id: string, timeline: readonly TimelineItem[]): RecordedOutcome | null {
  const act = timeline.find(({ kind, said, withdrawn }) => kind === 'flag-resolved' && id in said.facts && !withdrawn)
  return act === undefined ? null : { line: act.said.note ?? '', by: act.by, date: act.date }
}
