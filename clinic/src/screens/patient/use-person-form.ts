import type { PatientView } from '@facialis/wire'
import { useQueryClient } from '@tanstack/react-query'
import type { Outcome } from '../../api/client.ts'
import { keys } from '../../api/queries.ts'
import { useTell } from '../../frame/own-page.ts'
import { words } from './words.ts'

/** What follows when a form about who somebody is was sent: the page shows the answer, or what a colleague wrote meanwhile. */
export function usePersonForm(id: string, onSaved: () => void): (outcome: Outcome<PatientView>) => void {
  const queries = useQueryClient()
  const tell = useTell()
  return (outcome) => {
    if (!outcome.ok) {
      if (outcome.status === 412) void queries.invalidateQueries({ queryKey: keys.patient(id) })
      return
    }
    queries.setQueryData(keys.patient(id), outcome.value)
    void queries.invalidateQueries({ queryKey: keys.board })
    tell(words.written.saved)
    onSaved()
  }
}
