import { numberIn, type PolicyNumber } from '@facialis/language'
import { useCallback, useMemo } from 'react'
import { pathway } from '../../pathway.ts'
import { type DraftState, useDraft } from '../../patient/use-draft.ts'
import { words } from './what-if-words.ts'

export type Numbers = Readonly<Record<string, number>>

/** What somebody has typed over the numbers in force, as it was typed: kept as their draft, and in force nowhere. */
export type Tried = Readonly<{
  typed: Readonly<Record<string, string>>
  /** What is wrong with a number, by id. */
  faults: Readonly<Record<string, string>>
  /** Those that are whole, within their bounds and not in force. */
  values: Numbers
  type: (id: string, text: string) => void
  /** Back to what is in force: one number, or all. */
  reset: (id?: string) => void
  /** Whether what was typed is kept. */
  state: DraftState
}>

type Typed = Tried['typed']
const nothing: Typed = {}

/** A draft of this page; null when it is none. A number that this version does not have is left out. */
const readTyped = (stored: unknown): Typed | null =>
  typeof stored !== 'object' || stored === null || !Object.values(stored).every((text) => typeof text === 'string')
    ? null
    : Object.fromEntries(Object.entries(stored).filter(([id]) => pathway.policy.some((number) => number.id === id)))

/** Why this cannot be asked; null when it can. */
function faultIn({ min, max }: PolicyNumber, text: string): string | null {
  if (!/^\s*\d+\s*$/.test(text)) return words.notWhole
  const value = Number(text)
  return value < min || value > max ? words.outside(min, max) : null
}

export function useTried(inForce: Numbers | undefined): Tried {
  const { content: typed, state, change, discard } = useDraft('guidance.numbers', nothing, readTyped)
  const type = useCallback((id: string, text: string) => change((before) => ({ ...before, [id]: text })), [change])
  const reset = useCallback(
    (id?: string) => {
      const left = Object.entries(typed).filter(([one]) => id !== undefined && one !== id)
      if (left.length === 0) void discard()
      else change(Object.fromEntries(left))
    },
    [typed, change, discard],
  )
  const { faults, values } = useMemo(() => {
    const faults: Record<string, string> = {}
    const values: Record<string, number> = {}
    for (const number of pathway.policy) {
      const text = typed[number.id]
      if (text === undefined) continue
      const fault = faultIn(number, text)
      if (fault !== null) faults[number.id] = fault
      else if (Number(text) !== numberIn(inForce ?? {}, number)) values[number.id] = Number(text)
    }
    return { faults, values }
  }, [typed, inForce])
  return { typed, faults, values, type, reset, state }
}
