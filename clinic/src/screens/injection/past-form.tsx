import type { Act } from '@facialis/wire'
import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { DraftLine } from '../../patient/draft-line.tsx'
import type { Acting } from '../../patient/use-act.ts'
import type { Drafting } from '../../patient/use-draft.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './injection.module.css'
import type { PastSession } from './past-sessions.ts'
import { words } from './words.ts'

export type OfSession = Readonly<{ session: PastSession; onDone: () => void }>

type PastFormProps = OfSession &
  Readonly<{
    words: Readonly<{ title: (date: string) => string; press: string; saved: string }>
    draft: Pick<Drafting<unknown>, 'state' | 'discard'>
    acting: Acting
    /** Null while there is nothing to save. */
    act: Act | null
    children: ReactNode
  }>

/** Something told about one session of the past, saved as one act. */
export function PastForm({ session, onDone, words: own, draft, acting, act, children }: PastFormProps) {
  const done = () => {
    void draft.discard()
    onDone()
  }
  const save = async () => {
    if (act === null || !(await acting.act(act, own.saved)).ok) return
    done()
  }
  return (
    <section className={classes.form} aria-label={own.title(session.date === null ? '' : dateWords(session.date))}>
      <Stack gap="sm">
        {children}
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {own.press}
          </Button>
          <Button variant="default" onClick={done}>
            {words.response.cancel}
          </Button>
          <DraftLine state={draft.state} />
        </Group>
      </Stack>
    </section>
  )
}
