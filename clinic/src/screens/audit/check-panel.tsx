import { Button, Group, Stack, Text } from '@mantine/core'
import { useZone } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { timeWords } from '../../words/dates.ts'
import { words } from './words.ts'

/** Follows the trail from its first event to its last, and holds it against what was signed and noted elsewhere. */
export function CheckPanel({ today }: Readonly<{ today: string }>) {
  const zone = useZone()
  const checking = useSend('POST', '/api/audit/verify')
  const { answer } = checking
  return (
    <Stack gap="sm">
      <Group>
        <Button variant="default" loading={checking.sending} onClick={() => void checking.send(undefined)}>
          {words.check}
        </Button>
        {checking.sending && (
          <Text c="dimmed" role="status">
            {words.checking}
          </Text>
        )}
      </Group>
      {checking.problem !== null && <ErrorPanel problem={checking.problem} />}
      {answer !== null &&
        (answer.problem === null ? (
          <Notice tone="permitted" role="status" title={words.whole(answer.events)}>
            {answer.signed?.last
              ? words.signed(answer.signed.count, timeWords(answer.signed.last, { today, zone }))
              : words.unsigned}
          </Notice>
        ) : (
          <Notice tone="blocked" role="alert" title={words.broken}>
            {answer.problem}
          </Notice>
        ))}
    </Stack>
  )
}
