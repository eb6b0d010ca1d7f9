import type { Advice, Decided, DetailValue } from '@facialis/language'
import { exceptionLabel } from '../../pathway.ts'
import { decidedOf } from '../../patient/decided.ts'
import { groupReasons } from '../../pieces/group-reasons.ts'
import { words } from './words.ts'

export type Gates = Readonly<{
  standing: Decided
  session: Decided
  /** Labels of standing exceptions that let today's act pass. */
  exceptions: readonly string[]
  /** Codes of the exceptions that could be raised. */
  overridableBy: readonly string[]
  /** Why today's signature is held, each in a sentence; empty when it may be given. */
  holds: readonly string[]
}>

/** Both gates of the toxin as this screen needs them. Null when this version of the pathway has none. */
export function gatesOf(advice: Advice, chairAnswered: boolean): Gates | null {
  const standing = decidedOf(advice, 'botulinum')
  const session = decidedOf(advice, 'botulinum.session')
  if (standing === null || session === null) return null
  const inForce = session.answer === 'blocked' ? usable(session) : []
  const reasons = (gate: Decided) => groupReasons(gate.because).map(({ text }) => words.gate.shut(text))
  const standingInForce = usable(standing).length > 0
  return {
    standing,
    session,
    exceptions: [...new Set([...inForce, ...usable(standing)])].map(exceptionLabel),
    overridableBy: [...new Set([...codes(standing.detail.overridableBy), ...codes(session.detail.overridableBy)])],
    holds:
      session.answer !== 'blocked' || inForce.length > 0
        ? []
        : [
            ...(standing.answer === 'blocked' && !standingInForce ? reasons(standing) : []),
            ...(chairAnswered ? [] : [words.gate.unanswered]),
            // Answered, and one of the answers shuts it.
            ...(chairAnswered && (standing.answer !== 'blocked' || standingInForce) ? reasons(session) : []),
          ],
  }
}

/** In force, and of a code that may stand in for everything that shuts the gate today. */
const usable = ({ detail }: Decided): readonly string[] => {
  const allowed = codes(detail.overridableBy)
  return codes(detail.exceptions).filter((code) => allowed.includes(code))
}

const codes = (value: DetailValue | undefined): readonly string[] =>
  (Array.isArray(value) ? (value as readonly DetailValue[]) : []).flatMap((one) =>
    typeof one === 'string'
      ? [one]
      : typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string'
        ? [one.code]
        : [],
  )
