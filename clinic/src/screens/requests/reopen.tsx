import type { DeclinedRequest } from '@facialis/wire'
import { Button, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { WhyDeclined } from './why-declined.tsx'
import { words } from './words.ts'

type ReopenProps = Readonly<{ id: string; declined: DeclinedRequest['declined'] }>

/** Why a request was turned down, and the way back: it may have been the wrong row, or the person is reached after all. */
export function Reopen({ id, declined }: ReopenProps) {
  const queries = useQueryClient()
  const reopening = useSend('POST', '/api/requests/:id/reopen', { params: { id } })
  const reopen = async () => {
    if (!(await reopening.send({})).ok) return
    void queries.invalidateQueries({ queryKey: keys.board })
    await queries.invalidateQueries({ queryKey: ['request', id] })
  }
  return (
    <Notice tone="notice" title={words.answered.rejected} role="status">
      <WhyDeclined declined={declined} />
      <Text mt="xs">{words.reopenText}</Text>
      {reopening.problem !== null && <ErrorPanel problem={reopening.problem} />}
      <Button mt="xs" variant="default" loading={reopening.sending} onClick={() => void reopen()}>
        {words.reopen}
      </Button>
    </Notice>
  )
}
