import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './injection.module.css'
import { strikeAct } from './past-acts.ts'
import type { PastSession } from './past-sessions.ts'
import { words } from './words.ts'

type StrikeFormProps = Readonly<{ session: PastSession; onDone: () => void }>

/** Wrong person, wrong side, not given: struck with a reason, never deleted. */
export function StrikeForm({ session, onDone }: StrikeFormProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [reason, setReason] = useState('')
  const act = strikeAct(session, reason, view.today)
  const strike = async () => {
    if (act === null || !(await acting.act(act)).ok) return
    notifications.show({ message: words.strike.saved, color: 'harbour' })
    onDone()
  }
  return (
    <section
      className={classes.form}
      aria-label={words.strike.title(session.date === null ? '' : dateWords(session.date))}
    >
      <Stack gap="sm">
        <Text>{words.strike.text}</Text>
        <Textarea
          label={words.strike.reason}
          autosize
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button color="brick" onClick={() => void strike()} disabled={act === null} loading={acting.saving}>
            {words.strike.press}
          </Button>
          <Button variant="default" onClick={onDone}>
            {words.response.cancel}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}
