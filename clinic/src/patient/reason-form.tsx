import type { Act } from '@facialis/wire'
import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { ErrorPanel } from '../frame/error-panel.tsx'
import { TextBox } from '../pieces/text-box.tsx'
import { DraftLine } from './draft-line.tsx'
import { useOpenPatient } from './open-patient.ts'
import { useAct } from './use-act.ts'
import { readText, useDraft } from './use-draft.ts'
import { words } from './words.ts'

type ReasonFormProps = Readonly<{
  /** What is taken back: under it the reason is kept while it is typed. */
  of: string
  title: string
  text: string
  press: string
  saved: string
  /** The act with that reason; null while there is none. */
  actFor: (reason: string) => Act | null
  onDone: () => void
}>

/** The second of two presses by which something on record is taken back: it says why. */
export function ReasonForm({ of, title, text, press, saved, actFor, onDone }: ReasonFormProps) {
  const { view } = useOpenPatient()
  const acting = useAct(view.patient.id)
  const draft = useDraft(`patient.${view.patient.id}.reason.${of}`, '', readText)
  const act = actFor(draft.content)
  const save = async () => {
    if (act === null || !(await acting.act(act, saved)).ok) return
    await draft.discard()
    onDone()
  }
  const cancel = async () => {
    await draft.discard()
    onDone()
  }
  return (
    <Paper component="section" withBorder p="sm" my="xs" aria-label={title}>
      <Stack gap="sm">
        <Text fw={650}>{title}</Text>
        <Text size="sm">{text}</Text>
        <TextBox
          label={words.reason.label}
          autoFocus
          error={acting.problemAt('note')}
          value={draft.content}
          onChange={(reason) => draft.change(reason)}
        />
        {acting.problem !== null && <ErrorPanel problem={acting.problem} />}
        <Group>
          <Button color="brick" onClick={() => void save()} disabled={act === null} loading={acting.saving}>
            {press}
          </Button>
          <Button variant="default" onClick={() => void cancel()}>
            {words.reason.cancel}
          </Button>
          <DraftLine state={draft.state} />
        </Group>
      </Stack>
    </Paper>
  )
}
