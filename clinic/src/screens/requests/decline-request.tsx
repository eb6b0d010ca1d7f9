import { type Board, declineReasons, fields } from '@facialis/wire'
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { readLike } from '../../frame/read-like.ts'
import { DraftDialog, useDialogDraft } from '../../patient/draft-dialog.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { words as statusWords } from '../status/words.ts'
import classes from './decline-request.module.css'
import { declineWords as words } from './decline-words.ts'

type Declining = Readonly<{ reason: string | null; note: string }>
const nothingSaid: Declining = { reason: null, note: '' }

type DeclineRequestProps = Readonly<{
  request: Pick<Board['requests'][number], 'id' | 'name'>
  onClose: () => void
  onDeclined?: () => void
}>

/** Declining needs a reason: somebody will ask. What whoever asked will read stands below it. */
export function DeclineRequest({ request, onClose, onDeclined = onClose }: DeclineRequestProps) {
  const queries = useQueryClient()
  const draft = useDialogDraft({
    key: `request.${request.id}.decline`,
    empty: nothingSaid,
    read: readLike(nothingSaid),
    onClose,
  })
  const { note } = draft.content
  const reason = declineReasons.find((one) => one === draft.content.reason) ?? null
  const declining = useSend('POST', '/api/requests/:id/decline', { params: { id: request.id } })
  const lacksNote = reason === 'other' && note.trim() === ''
  const decline = async () => {
    if (reason === null) return
    const outcome = await declining.send({ reason, ...(note.trim() === '' ? {} : { note: note.trim() }) })
    if (!outcome.ok) return
    void draft.discard()
    await queries.invalidateQueries({ queryKey: keys.board })
    onDeclined()
  }
  return (
    <DraftDialog draft={draft} onClose={onClose} title={words.declineOf(request.name)}>
      <Stack>
        <Radio.Group
          label={words.reason}
          value={reason}
          onChange={(value) => draft.change((now) => ({ ...now, reason: value }))}
        >
          <Stack gap="xs" mt="xs">
            {declineReasons.map((one, at) => (
              <Radio key={one} value={one} label={words.reasons[one]} data-autofocus={at === 0 || undefined} />
            ))}
          </Stack>
        </Radio.Group>
        <TextBox
          label={words.note}
          description={lacksNote ? words.noteNeeded : words.noteHint}
          kept={fields.declineReason}
          value={note}
          error={declining.problemAt('note')}
          onChange={(typed) => draft.change((now) => ({ ...now, note: typed }))}
        />
        {reason !== null && (
          <section className={classes.preview} aria-label={words.preview}>
            <Text size="sm" c="dimmed">
              {words.preview}
            </Text>
            <Text>{statusWords.declined[reason]}</Text>
          </section>
        )}
        {declining.problem !== null && <ErrorPanel problem={declining.problem} />}
        <Group>
          <Button
            color="brick"
            disabled={reason === null || lacksNote}
            loading={declining.sending}
            onClick={() => void decline()}
          >
            {words.decline}
          </Button>
          <Button variant="default" onClick={draft.done}>
            {words.keep}
          </Button>
        </Group>
      </Stack>
    </DraftDialog>
  )
}
