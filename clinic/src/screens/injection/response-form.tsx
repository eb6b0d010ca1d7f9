import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import type { FieldValue } from '../../pieces/fact-value.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './injection.module.css'
import { responseAct } from './past-acts.ts'
import type { PastSession } from './past-sessions.ts'
import { words } from './words.ts'

const outcomes = ['session.relief', 'session.sideEffects', 'session.wearOff'] as const

type ResponseFormProps = Readonly<{ session: PastSession; onDone: () => void }>

/** Relief at best, side effects and wear-off of one session. */
export function ResponseForm({ session, onDone }: ResponseFormProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [fields, setFields] = useState<Readonly<Record<string, FieldValue>>>({})
  const onRecord: Readonly<Record<string, FieldValue>> = {
    'session.relief': session.relief ?? undefined,
    'session.sideEffects': session.sideEffects.length === 0 ? undefined : session.sideEffects,
    'session.wearOff': session.wearOff ?? undefined,
  }
  const act = responseAct(session, fields, view.today)
  const save = async () => {
    if (act === null || !(await acting.act(act)).ok) return
    notifications.show({ message: words.response.saved, color: 'harbour' })
    onDone()
  }
  return (
    <section
      className={classes.form}
      aria-label={words.response.title(session.date === null ? '' : dateWords(session.date))}
    >
      <Stack gap="sm">
        {outcomes.map((id) => {
          const fact = factOf(id)
          return (
            fact !== null && (
              <FactField
                key={id}
                fact={fact}
                value={id in fields ? fields[id] : onRecord[id]}
                onChange={(value) => setFields((now) => ({ ...now, [id]: value }))}
                problem={acting.problemAtField(0, id)}
                today={view.today}
                canBeUnknown={id !== 'session.sideEffects'}
              />
            )
          )
        })}
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {words.response.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {words.response.cancel}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}
