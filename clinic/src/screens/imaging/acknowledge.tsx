import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useOpenPatient } from '../../patient/open-patient.ts'
import { useAct } from '../../patient/use-act.ts'
import type { RecordedEntry } from '../../recorded.ts'
import { dateWords } from '../../words/dates.ts'
import { acknowledgeAct } from './study-read.ts'
import { words } from './words.ts'

type AcknowledgeProps = Readonly<{ study: RecordedEntry; onDone: () => void }>

/** From then on the report counts, and only striking the whole scan takes that back: it is said before the press that does it. */
export function Acknowledge({ study, onDone }: AcknowledgeProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const title = words.acknowledge.title(study.date === null ? '' : dateWords(study.date))
  const save = async () => {
    if (!(await acting.act(acknowledgeAct(study, view.today), words.studies.acknowledged)).ok) return
    onDone()
  }
  return (
    <Paper component="section" withBorder p="sm" my="xs" aria-label={title}>
      <Stack gap="sm">
        <Text fw={650}>{title}</Text>
        <Text size="sm">{words.acknowledge.text}</Text>
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button onClick={() => void save()} loading={acting.saving}>
            {words.acknowledge.press}
          </Button>
          <Button variant="default" onClick={onDone}>
            {words.acknowledge.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
