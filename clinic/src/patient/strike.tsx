import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useMe } from '../api/queries.ts'
import { ErrorPanel } from '../frame/error-panel.tsx'
import { factLabel } from '../pathway.ts'
import { TextBox } from '../pieces/text-box.tsx'
import { dateWords } from '../words/dates.ts'
import { useOpenPatient } from './open-patient.ts'
import { type Struck, strikeAct } from './strike-act.ts'
import { useAct } from './use-act.ts'
import { words } from './words.ts'

/** Who may take back what is recorded: a correction is a doctor's. */
export function useMayStrike(): boolean {
  const roles = useMe().data?.account?.roles ?? []
  return roles.includes('clinician') || roles.includes('surgeon')
}

type StrikeProps = Readonly<{ entry: Struck; onDone: () => void }>

/** Wrong person, wrong side, wrong day, did not happen: struck with a reason, never deleted. */
export function Strike({ entry, onDone }: StrikeProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const [reason, setReason] = useState('')
  const act = strikeAct(entry, reason, view.today)
  const title = words.strike.title(factLabel(entry.kind), entry.date === null ? '' : dateWords(entry.date))
  const save = async () => {
    if (act === null || !(await acting.act(act)).ok) return
    notifications.show({ message: words.strike.saved, color: 'harbour' })
    onDone()
  }
  return (
    <Paper component="section" withBorder p="sm" my="xs" aria-label={title}>
      <Stack gap="sm">
        <Text fw={650}>{title}</Text>
        <Text size="sm">{words.strike.text}</Text>
        <TextBox
          label={words.strike.reason}
          data-autofocus
          error={acting.problemAt('note')}
          value={reason}
          onChange={setReason}
        />
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button color="brick" onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {words.strike.press}
          </Button>
          <Button variant="default" onClick={onDone}>
            {words.strike.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
