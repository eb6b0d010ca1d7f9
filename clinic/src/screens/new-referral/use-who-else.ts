import type { LikePatient, Problem } from '@facialis/wire'
import { useState } from 'react'
import { type ReferralForm, referralOf } from '../refer/referral-form.ts'
import { askWhoElse } from '../requests/use-accept.ts'

export type WhoElse = Readonly<{
  /** Those known here who may be the person of the form as it is now. */
  found: readonly LikePatient[]
  /** Asks the clinic's record. @returns whether nobody is alike, so that the form may go on at once */
  ask: () => Promise<boolean>
  problem: Problem | null
}>

const none: readonly LikePatient[] = []

/** Looks for people alike by name, birth date and telephone; an answer counts for what was typed when it was asked. */
export function useWhoElse(form: ReferralForm): WhoElse {
  const [told, setTold] = useState<Readonly<{ of: string; found: readonly LikePatient[] }> | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  // As it will be entered: a birth date is typed as people write it, and travels as the record keeps it.
  const { name, birthDate, phone = null } = referralOf(form).patient
  const person = { name, birthDate, phone }
  const of = JSON.stringify(person)
  return {
    found: told?.of === of ? told.found : none,
    ask: async () => {
      const outcome = await askWhoElse(person)
      setProblem(outcome.ok ? null : outcome.problem)
      if (!outcome.ok) return false
      setTold({ of, found: outcome.value })
      return outcome.value.length === 0
    },
    problem,
  }
}
