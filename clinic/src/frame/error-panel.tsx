import type { Problem } from '@facialis/wire'
import { Button, Group, List, Text } from '@mantine/core'
import { Notice } from '../pieces/notice.tsx'
import { words } from './words.ts'

type ErrorPanelProps = Readonly<{ problem: Problem; title?: string; onRetry?: () => void }>

/** What went wrong, in plain words, with its reasons when a gate refused, and a way to try again. */
export const ErrorPanel = ({ problem, title = words.error.title, onRetry }: ErrorPanelProps) => (
  <Notice tone="blocked" title={title} role="alert">
    <Text>{problem.sentence}</Text>
    {problem.reasons !== undefined && problem.reasons.length > 0 && (
      <List size="sm" mt="xs">
        {problem.reasons.map((reason) => (
          <List.Item key={`${reason.rule} ${reason.text}`}>{reason.text}</List.Item>
        ))}
      </List>
    )}
    {onRetry !== undefined && (
      <Group mt="sm">
        <Button variant="default" size="xs" onClick={onRetry}>
          {words.error.retry}
        </Button>
      </Group>
    )}
  </Notice>
)
