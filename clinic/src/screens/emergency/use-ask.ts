import type { EmergencyCause, Problem } from '@facialis/wire'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { BodyAt } from '../../api/client.ts'
import { passkeyUsed } from '../../api/passkeys.ts'
import { useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { emergencyKeys } from '../../emergency/use-emergency.ts'
import { readLike } from '../../frame/read-like.ts'
import { useKeptInTab } from '../../frame/use-kept-in-tab.ts'
import { birthLimit } from '../../pathway.ts'
import { readDate } from '../../pieces/fact-value.ts'
import { words } from './words.ts'

type Asked = BodyAt<'POST', '/api/emergency/open'>
/** What is kept in this tab while it is typed, for whoever typed it alone; the password never is. */
type Typed = Readonly<{ by: string; name: string; birthDate: string; cause: EmergencyCause | ''; words: string }>

/** What is typed to open a record in an emergency, and how it is sent: with what shows once more that it is them. */
export function useAsk() {
  const queries = useQueryClient()
  const me = useMe().data
  const born = useMemo(() => birthLimit(me?.today), [me?.today])
  const by = me?.account?.id ?? ''
  const empty = (): Typed => ({ by, name: '', birthDate: '', cause: '', words: '' })
  const kept = useKeptInTab(empty, {
    typed: (stored) => {
      const found = readLike(empty())(stored)
      return found?.by === by ? found : null
    },
  })
  const typed = kept.content
  const [tried, setTried] = useState(false)
  const [unused, setUnused] = useState<Problem | null>(null)
  const asking = useSend('POST', '/api/emergency/passkey')
  const opening = useSend('POST', '/api/emergency/open')
  const birthDate = readDate(typed.birthDate, { whole: true, limit: born }).value
  const { cause } = typed
  const missing: Readonly<Record<string, boolean>> = {
    name: typed.name.trim() === '',
    birthDate: typeof birthDate !== 'string',
    cause: cause === '',
    words: typed.words.trim() === '',
  }
  const isWhole = !Object.values(missing).includes(true)

  const open = async (shownAgain: Pick<Asked, 'current' | 'passkey'>) => {
    setTried(true)
    setUnused(null)
    if (!isWhole || typeof birthDate !== 'string' || cause === '') return
    const asked = { name: typed.name.trim(), birthDate, cause, words: typed.words.trim(), ...shownAgain }
    if (!(await opening.send(asked)).ok) return
    kept.sent(null)
    await queries.invalidateQueries({ queryKey: emergencyKeys.open })
  }
  const openByPasskey = async () => {
    setTried(true)
    setUnused(null)
    if (!isWhole) return
    const asked = await asking.send(undefined)
    if (!asked.ok) return
    const passkey = await passkeyUsed(asked.value)
    if (passkey === null) setUnused({ code: 'passkey', sentence: words.passkeyFailed })
    else await open({ passkey })
  }
  return {
    typed,
    type: (more: Partial<Typed>) => kept.change((now) => ({ ...now, ...more })),
    /** Which days somebody may be born on. */
    born,
    open,
    openByPasskey,
    /** What was left out, once it was tried to be sent. */
    lacks: (field: string): boolean => tried && missing[field] === true,
    problem: opening.problem ?? asking.problem ?? unused,
    problemAt: opening.problemAt,
    opening: opening.sending,
    asking: asking.sending,
  }
}
