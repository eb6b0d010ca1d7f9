import type { Board } from '@facialis/wire'
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { words } from './words.ts'

type DeclineRequestProps = Readonly<{
  request: Pick<Board['requests'][number], 'id' | 'name'>
  onClose: () => void
  onDeclined?: () => void
}>

/** Declining needs a reason: somebody will ask. */
export function DeclineRequest({ request, onClose, onDeclined = onClose }: DeclineRequestProps) {
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const declining = useSend<undefined>('POST', `/api/requests/${encodeURIComponent(request.id)}/decline`)
  const decline = async () => {
    const outcome = await declining.send({ reason: reason.trim() })
    if (!outcome.ok) return
    await queries.invalidateQueries({ queryKey: keys.board })
    onDeclined()
  }
  return (
    <Modal opened onClose={onClose} title={words.declineOf(request.name)}>
      <Stack>
        <Textarea
          data-autofocus
          label={words.reason}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {declining.problem !== null && <ErrorPanel problem={declining.problem} />}
        <Group>
          <Button
            color="brick"
            disabled={reason.trim() === ''}
            loading={declining.sending}
            onClick={() => void decline()}
          >
            {words.decline}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.keep}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
