import type { PolicyNumber } from '@facialis/language'
import { useCallback, useMemo, useState } from 'react'
import { pathway } from '../../pathway.ts'
import { words } from './what-if-words.ts'

export type Numbers = Readonly<Record<string, number>>

/** What somebody has typed over the numbers in force, as it was typed; nothing of it is saved. */
export type Tried = Readonly<{
  typed: Readonly<Record<string, string>>
  /** What is wrong with a number, by id. */
  faults: Readonly<Record<string, string>>
  /** Those that are whole, within their bounds and not in force. */
  values: Numbers
  type: (id: string, text: string) => void
  /** Back to what is in force: one number, or all. */
  reset: (id?: string) => void
}>

/** Why this cannot be asked; null when it can. */
export function faultIn({ min, max }: PolicyNumber, text: string): string | null {
  if (!/^\s*\d+\s*$/.test(text)) return words.notWhole
  const value = Number(text)
  return value < min || value > max ? words.outside(min, max) : null
}

export function useTried(inForce: Numbers | undefined): Tried {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const type = useCallback((id: string, text: string) => setTyped((before) => ({ ...before, [id]: text })), [])
  const reset = useCallback(
    (id?: string) =>
      setTyped((before) =>
        id === undefined ? {} : Object.fromEntries(Object.entries(before).filter(([one]) => one !== id)),
      ),
    [],
  )
  const { faults, values } = useMemo(() => {
    const faults: Record<string, string> = {}
    const values: Record<string, number> = {}
    for (const number of pathway.policy) {
      const text = typed[number.id]
      if (text === undefined) continue
      const fault = faultIn(number, text)
      if (fault !== null) faults[number.id] = fault
      else if (Number(text) !== (inForce?.[number.id] ?? number.default)) values[number.id] = Number(text)
    }
    return { faults, values }
  }, [typed, inForce])
  return { typed, faults, values, type, reset }
}
