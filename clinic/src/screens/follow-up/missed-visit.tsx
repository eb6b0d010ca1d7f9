import { Button, Group, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { factOf } from '../../pathway.ts'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import type { FieldValue } from '../../pieces/fact-value.ts'
import { Panel } from '../../pieces/panel.tsx'
import { words } from './words.ts'

const why = 'missed.why'

/** An appointment that did not take place. What was due stays due on its day. */
export function MissedVisit() {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [reason, setReason] = useState<FieldValue>(undefined)
  const [note, setNote] = useState('')
  const fact = factOf(why)
  const save = async () => {
    const outcome = await acting.act({
      kind: 'missed-visit',
      date: view.today,
      entries: [{ kind: 'missed-visit', date: view.today, fields: { [why]: reason ?? null } }],
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    })
    if (!outcome.ok) return
    notifications.show({ message: words.saved, color: 'harbour' })
    setReason(undefined)
    setNote('')
  }
  return (
    <Panel title={words.missed.title}>
      <Text c="dimmed">{words.missed.text}</Text>
      {fact !== null && <FactField fact={fact} value={reason} onChange={setReason} canBeUnknown={false} />}
      <TextInput label={words.missed.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
      <Group justify="flex-end" mt="sm">
        <Button onClick={() => void save()} disabled={typeof reason !== 'string'} loading={acting.saving}>
          {words.missed.save}
        </Button>
      </Group>
    </Panel>
  )
}
