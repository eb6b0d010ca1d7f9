import type { AttachmentInfo, Problem } from '@facialis/wire'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../api/client.ts'
import { keys } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { words } from './words.ts'

type WithdrawClipProps = Readonly<{ patientId: string; clip: AttachmentInfo; onEnd: () => void }>

/** The person no longer agrees to a video or photo: one more press, and nobody is shown it. */
export function WithdrawClip({ patientId, clip, onEnd }: WithdrawClipProps) {
  const queries = useQueryClient()
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const withdraw = async () => {
    setSaving(true)
    setProblem(null)
    const outcome = await send('POST', '/api/patients/:id/attachments/:file/withdraw', {
      params: { id: patientId, file: clip.id },
      body: { agreed: false },
    })
    setSaving(false)
    if (!outcome.ok) return setProblem(outcome.problem)
    queries.setQueryData(keys.patient(patientId), outcome.value)
    onEnd()
  }
  return (
    <Modal
      opened
      onClose={onEnd}
      title={words.clips.withdrawTitle(clip.name)}
      closeButtonProps={{ 'aria-label': words.clips.close }}
    >
      <Stack gap="sm">
        <Text size="sm">{words.clips.withdrawText}</Text>
        {problem !== null && <ErrorPanel problem={problem} />}
        <Group gap="xs">
          <Button color="brick" onClick={() => void withdraw()} loading={saving}>
            {words.clips.hide}
          </Button>
          <Button variant="default" onClick={onEnd} data-autofocus>
            {words.clips.keep}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
