import { Group, Kbd, Modal, Stack, Switch, Table, Text } from '@mantine/core'
import type { Destination } from '../frame/destinations.ts'
import { words } from '../frame/words.ts'

type ShortcutSheetProps = Readonly<{
  opened: boolean
  onClose: () => void
  enabled: boolean
  onEnable: (enabled: boolean) => void
  destinations: readonly Destination[]
}>

/** Everything a key can do, and the switch that turns single keys off. */
export function ShortcutSheet({ opened, onClose, enabled, onEnable, destinations }: ShortcutSheetProps) {
  const rows = [
    { keys: '?', label: words.shortcuts.sheet },
    { keys: '/', label: words.shortcuts.search },
    ...destinations.map(({ keys = '', label }) => ({ keys, label: words.shortcuts.go(label) })),
  ].filter((row) => row.keys !== '')
  return (
    <Modal opened={opened} onClose={onClose} title={words.shortcuts.title}>
      <Stack>
        <Table>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.keys}>
                <Table.Td w="9rem">
                  <Keys keys={row.keys} />
                </Table.Td>
                <Table.Td>{row.label}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          checked={enabled}
          onChange={(event) => onEnable(event.currentTarget.checked)}
          label={words.shortcuts.enabled}
        />
        <Text size="sm" c="dimmed">
          {words.shortcuts.note}
        </Text>
      </Stack>
    </Modal>
  )
}

const Keys = ({ keys }: Readonly<{ keys: string }>) => (
  <Group gap={6}>
    {keys.split(' ').map((key, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a sequence never changes its order
      <Group gap={6} key={at}>
        {at > 0 && (
          <Text size="sm" c="dimmed">
            {words.shortcuts.afterwards}
          </Text>
        )}
        <Kbd>{key}</Kbd>
      </Group>
    ))}
  </Group>
)
