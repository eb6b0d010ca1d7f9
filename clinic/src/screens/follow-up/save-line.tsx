import type { Problem } from '@facialis/wire'
import { Button, Group, Stack } from '@mantine/core'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { DraftLine } from '../../patient/draft-line.tsx'
import type { DraftState } from '../../patient/use-draft.ts'
import { words } from './words.ts'

type SaveLineProps = Readonly<{
  label: string
  ready: boolean
  saving: boolean
  problem: Problem | null
  draft: DraftState
  onSave: () => void
  onDiscard: () => void
}>

/** The foot of a form: what went wrong, where the draft is, throw it away, save. */
export const SaveLine = ({ label, ready, saving, problem, draft, onSave, onDiscard }: SaveLineProps) => (
  <Stack gap="xs" mt="xs">
    {problem !== null && <ErrorPanel problem={problem} />}
    <Group justify="space-between" gap="sm">
      <DraftLine state={draft} />
      <Group gap="xs">
        {draft !== 'empty' && draft !== 'opening' && (
          <Button variant="subtle" onClick={onDiscard}>
            {words.discard}
          </Button>
        )}
        <Button onClick={onSave} loading={saving} disabled={!ready}>
          {label}
        </Button>
      </Group>
    </Group>
  </Stack>
)
