import type { PatientView } from '@facialis/wire'
import { fields } from '@facialis/wire'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useTell } from '../../frame/own-page.ts'
import { DraftDialog, useDialogDraft } from '../../patient/draft-dialog.tsx'
import { readText } from '../../patient/use-draft.ts'
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
  const tell = useTell()
  const draft = useDialogDraft({
    key: `patient.${patientId}.review.${review.id}`,
    empty: '',
    read: readText,
    onClose,
  })
  const note = draft.content.trim()
  const closing = useSend('POST', '/api/patients/:id/reviews/:review/close', {
    params: { id: patientId, review: review.id },
  })
  const close = async () => {
    const outcome = await closing.send(note === '' ? {} : { note })
    if (!outcome.ok) {
      if (outcome.problem.code === 'closed-already')
        void queries.invalidateQueries({ queryKey: keys.patient(patientId) })
      return
    }
    queries.setQueryData(keys.patient(patientId), outcome.value)
    void queries.invalidateQueries({ queryKey: keys.board })
    tell(words.closed)
    draft.done()
  }
  return (
    <DraftDialog draft={draft} onClose={onClose} title={words.closeReviewTitle}>
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
          value={draft.content}
          onChange={(typed) => draft.change(typed)}
        />
        {closing.problem !== null && <ErrorPanel problem={closing.problem} />}
        <Group>
          {!review.done && (
            <Button loading={closing.sending} onClick={() => void close()}>
              {words.closeConfirm}
            </Button>
          )}
          <Button variant="default" onClick={draft.done}>
            {review.done ? words.closeLeave : words.closeKeep}
          </Button>
        </Group>
      </Stack>
    </DraftDialog>
  )
}
