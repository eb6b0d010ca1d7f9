import { Button, Group, Text } from '@mantine/core'
import { words } from './words.ts'

type KeptLineProps = Readonly<{
  typed: Readonly<{ isBack: boolean; answer: unknown }>
  /** Files are part of the form, and not kept. */
  files?: boolean
  onClear: () => void
}>

/** Where what was typed is until it is sent, and what was answered afterwards; and the way to leave none of it to whoever comes next. */
export function KeptLine({ typed: { isBack, answer }, files = false, onClear }: KeptLineProps) {
  const { line, back, filesAgain, answered, clear, clearAnswer } = words.keptInTab
  const wasBack = files ? `${back} ${filesAgain}` : back
  return (
    <Group gap="xs" justify="space-between">
      <Text size="sm" c="dimmed" role="status" flex="1 1 16rem">
        {answer !== null ? answered : isBack ? wasBack : line}
      </Text>
      <Button variant="default" size="md" onClick={onClear}>
        {answer !== null ? clearAnswer : clear}
      </Button>
    </Group>
  )
}
