import type { Problem, TeamMember } from '@facialis/wire'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Outcome, send } from '../../api/client.ts'
import { keys } from '../../api/queries.ts'
import { useHere, useTell } from '../../frame/own-page.ts'
import { changedTeam } from './team-list.ts'
import { words } from './words.ts'

type Team = readonly TeamMember[]
export type TeamChange = Readonly<{
  /** Puts `after` in the place of `before`; null adds or takes out. @returns whether it was saved */
  change: (before: TeamMember | null, after: TeamMember | null) => Promise<boolean>
  saving: boolean
  problem: Problem | null
}>

/** The directory travels as a whole, so it is read afresh before each change: what others did meanwhile stays. */
export function useTeamChange(): TeamChange {
  const queries = useQueryClient()
  const here = useHere()
  const tell = useTell()
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const change: TeamChange['change'] = async (before, after) => {
    setSaving(true)
    const outcome = await save({ before, after, here })
    setSaving(false)
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) tell(words.teamSaved)
    if (outcome.ok) queries.setQueryData<Team>(keys.team, outcome.value)
    else void queries.invalidateQueries({ queryKey: keys.team })
    return outcome.ok
  }
  return { change, saving, problem }
}

const tries = 3

type Change = Readonly<{ before: TeamMember | null; after: TeamMember | null; here: () => boolean }>

async function save(change: Change, left = tries): Promise<Outcome<Team>> {
  const fresh = await send('GET', '/api/front-door/team')
  if (!fresh.ok) return fresh
  const team = changedTeam(fresh.value, change.before, change.after)
  // Whoever is here by now has changed nothing.
  if (team === null || !change.here())
    return { ok: false, problem: { code: 'changed', sentence: words.teamMoved }, status: 412 }
  if (team === fresh.value) return fresh
  const saved = await send('PUT', '/api/team', { body: { was: fresh.value, is: team } })
  // Somebody else was quicker by a moment: the same is done to what they left.
  return !saved.ok && saved.status === 412 && left > 1 ? save(change, left - 1) : saved
}
