import type { PatientView } from '@facialis/wire'
import { fields } from '@facialis/wire'
import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { words } from './words.ts'

type CloseReviewProps = Readonly<{
  patientId: string
  review: PatientView['reviews'][number]
  onClose: () => void
}>

/** Somebody has looked: the review is done, with what they found on the timeline. */
export function CloseReview({ patientId, review, onClose }: CloseReviewProps) {
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const closing = useSend('POST', '/api/patients/:id/reviews/:review/close', {
    params: { id: patientId, review: review.id },
  })
  const close = async () => {
    const outcome = await closing.send(note.trim() === '' ? {} : { note: note.trim() })
    if (!outcome.ok) {
      if (outcome.problem.code === 'closed-already')
        void queries.invalidateQueries({ queryKey: keys.patient(patientId) })
      return
    }
    queries.setQueryData(keys.patient(patientId), outcome.value)
    void queries.invalidateQueries({ queryKey: keys.board })
    notifications.show({ message: words.closed })
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={words.closeReviewTitle}>
      <Stack>
        <Text>{review.reason}</Text>
        {review.done && <Text role="status">{words.closedMeanwhile}</Text>}
        <TextBox
          kept={fields.reviewNote}
          data-autofocus
          label={words.closeNote}
          description={words.closeNoteHint}
          minRows={3}
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
        {closing.problem !== null && <ErrorPanel problem={closing.problem} />}
        <Group>
          {!review.done && (
            <Button loading={closing.sending} onClick={() => void close()}>
              {words.closeConfirm}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {review.done ? words.closeLeave : words.closeKeep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
