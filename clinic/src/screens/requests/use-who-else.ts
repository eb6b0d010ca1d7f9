import type { LikePatient, Problem } from '@facialis/wire'
import { useState } from 'react'
import { askWhoElse, type Person } from './use-accept.ts'

export type WhoElse = Readonly<{
  /** Those known here who may be the person as typed now. */
  found: readonly LikePatient[]
  /** Asks the clinic's record. @returns whether nobody is alike, so that the form may go on at once */
  ask: () => Promise<boolean>
  problem: Problem | null
}>

const none: readonly LikePatient[] = []

/**
 * Looks for people alike by name, birth date and telephone, beside the one whose record this is; an answer counts for what
 * was typed when it was asked.
 */
export function useWhoElse(person: Person, itself: string | null = null): WhoElse {
  const [told, setTold] = useState<Readonly<{ of: string; found: readonly LikePatient[] }> | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const of = JSON.stringify(person)
  return {
    found: told?.of === of ? told.found : none,
    ask: async () => {
      const outcome = await askWhoElse(person)
      setProblem(outcome.ok ? null : outcome.problem)
      if (!outcome.ok) return false
      const found = outcome.value.filter(({ id }) => id !== itself)
      setTold({ of, found })
      return found.length === 0
    },
    problem,
  }
}
