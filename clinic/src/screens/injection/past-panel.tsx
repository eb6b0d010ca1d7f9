import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useMayRecord } from '../../patient/for-who-records.tsx'
import { NotCountedLines } from '../../patient/not-counted.tsx'
import { Strike, useMayStrike } from '../../patient/strike.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { amountWords } from './amounts.ts'
import { HistoryForm } from './history-form.tsx'
import classes from './injection.module.css'
import type { PastSession } from './past-sessions.ts'
import { ResponseForm } from './response-form.tsx'
import { words } from './words.ts'

type Opened = Readonly<{ form: 'response' | 'strike'; id: string }> | Readonly<{ form: 'history' }> | null

/** What was given before, here or elsewhere; with how it worked, and the way to put right what was recorded wrongly. */
export function PastPanel({ sessions }: Readonly<{ sessions: readonly PastSession[] }>) {
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const mayStrike = useMayStrike()
  const [mayAdd, maySay] = [useMayRecord('history'), useMayRecord('toxin-response')]
  return (
    <Panel
      id="past"
      title={words.past.title}
      actions={
        mayAdd && (
          <Button variant="default" size="xs" onClick={() => setOpened({ form: 'history' })}>
            {words.past.add}
          </Button>
        )
      }
    >
      {opened?.form === 'history' && <HistoryForm onDone={close} />}
      <NotCountedLines kinds={['session']} />
      {sessions.length === 0 && <Text c="dimmed">{words.past.none}</Text>}
      {sessions.map((session) => {
        const date = session.date === null ? words.unknown : dateWords(session.date)
        const effects = session.sideEffects.map((effect) => valueWords(effect).toLowerCase()).join(', ')
        const isOpen = (form: 'response' | 'strike') =>
          opened !== null && opened.form === form && 'id' in opened && opened.id === session.id
        return (
          <section key={session.id} className={classes.past} aria-label={date}>
            <div className={classes.pastLine}>
              <b>{date}</b>
              <span>
                {session.product ?? words.unknown}
                {session.units !== null && `, ${amountWords(session.units)} U`}
                {session.side !== null && `, ${valueWords(session.side).toLowerCase()}`}
              </span>
              <span className={classes.soft}>
                {[
                  !session.here && words.past.elsewhere,
                  session.recordedAfter && words.past.after,
                  session.lot !== null && words.timeOut.lot(session.lot),
                  session.relief === null ? words.last.noRelief : words.last.relief(session.relief),
                  session.wearOff !== null && words.last.wearOff(dateWords(session.wearOff)),
                  effects !== '' && words.last.sideEffects(effects),
                ]
                  .filter((part) => typeof part === 'string')
                  .join(' · ')}
              </span>
              <Group gap={4}>
                {maySay && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={words.past.response(date)}
                    onClick={() => setOpened(isOpen('response') ? null : { form: 'response', id: session.id })}
                  >
                    {words.past.responseShort}
                  </Button>
                )}
                {mayStrike && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={words.past.strike(date)}
                    onClick={() => setOpened(isOpen('strike') ? null : { form: 'strike', id: session.id })}
                  >
                    {words.past.strikeShort}
                  </Button>
                )}
              </Group>
            </div>
            {isOpen('response') && <ResponseForm session={session} onDone={close} />}
            {isOpen('strike') && <Strike entry={{ ...session, kind: 'session' }} onDone={close} />}
          </section>
        )
      })}
    </Panel>
  )
}
