import { Group, Text } from '@mantine/core'
import { IconCloudCheck, IconCloudOff, IconPencil } from '@tabler/icons-react'
import type { DraftState } from './use-draft.ts'
import { words } from './words.ts'

const icons = { restored: IconCloudCheck, kept: IconCloudCheck, typing: IconPencil, 'not-kept': IconCloudOff } as const

/** Says where what was typed is: still here only, kept on the server, or not saved. */
export function DraftLine({ state }: Readonly<{ state: DraftState }>) {
  const Icon = state === 'opening' || state === 'empty' ? null : icons[state]
  return (
    <Group gap={6} role="status" mih="1.5rem" wrap="nowrap">
      {Icon !== null && <Icon size={18} aria-hidden color={state === 'not-kept' ? 'var(--blocked-ink)' : undefined} />}
      <Text size="sm" c={state === 'not-kept' ? 'var(--blocked-ink)' : 'dimmed'} fw={state === 'not-kept' ? 650 : 400}>
        {words.draft[state]}
      </Text>
    </Group>
  )
}
