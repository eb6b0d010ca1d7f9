import { Button, Group, Text } from '@mantine/core'
import { words } from './words.ts'

type KeptLineProps = Readonly<{ typed: Readonly<{ isBack: boolean }>; onClear: () => void }>

/** Where what was typed is until it is sent, and the way to leave none of it to whoever comes next. */
export const KeptLine = ({ typed, onClear }: KeptLineProps) => (
  <Group gap="xs" justify="space-between">
    <Text size="sm" c="dimmed" role="status" flex="1 1 16rem">
      {typed.isBack ? words.keptInTab.back : words.keptInTab.line}
    </Text>
    <Button variant="default" size="md" onClick={onClear}>
      {words.keptInTab.clear}
    </Button>
  </Group>
)
