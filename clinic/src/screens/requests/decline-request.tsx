import { type Board, type DeclineReason, declineReasons, fields } from '@facialis/wire'
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { words as statusWords } from '../status/words.ts'
import classes from './decline-request.module.css'
import { declineWords as words } from './decline-words.ts'

type DeclineRequestProps = Readonly<{
  request: Pick<Board['requests'][number], 'id' | 'name'>
  onClose: () => void
  onDeclined?: () => void
}>

/** Declining needs a reason: somebody will ask. What whoever asked will read stands below it. */
export function DeclineRequest({ request, onClose, onDeclined = onClose }: DeclineRequestProps) {
  const queries = useQueryClient()
  const [reason, setReason] = useState<DeclineReason | null>(null)
  const [note, setNote] = useState('')
  const declining = useSend('POST', '/api/requests/:id/decline', { params: { id: request.id } })
  const lacksNote = reason === 'other' && note.trim() === ''
  const decline = async () => {
    if (reason === null) return
    const outcome = await declining.send({ reason, ...(note.trim() === '' ? {} : { note: note.trim() }) })
    if (!outcome.ok) return
    await queries.invalidateQueries({ queryKey: keys.board })
    onDeclined()
  }
  return (
    <Dialog onClose={onClose} title={words.declineOf(request.name)}>
      <Stack>
        <Radio.Group
          label={words.reason}
          value={reason}
          onChange={(value) => setReason(declineReasons.find((one) => one === value) ?? null)}
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
          onChange={setNote}
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
          <Button variant="default" onClick={onClose}>
            {words.keep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
