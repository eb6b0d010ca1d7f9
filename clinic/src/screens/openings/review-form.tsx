import { fields, type OpeningLine, openingDraft, openingVerdicts } from '@facialis/wire'
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useSend } from '../../api/use-send.ts'
import { emergencyKeys } from '../../emergency/use-emergency.ts'
import { words as common } from '../../emergency/words.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { useTell } from '../../frame/own-page.ts'
import { readLike } from '../../frame/read-like.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useDraft } from '../../patient/use-draft.ts'
import { TextBox } from '../../pieces/text-box.tsx'
import { words } from './words.ts'

type Said = Readonly<{ verdict: string; note: string }>
const unsaid: Said = { verdict: '', note: '' }

type ReviewFormProps = Readonly<{
  line: OpeningLine
  /** Something is written in it, or nothing any more. */
  onBegun: (begun: boolean) => void
}>

/** Whether an opening was justified, and what was found. It is said once; what is written too late stays to be taken elsewhere. */
export function ReviewForm({ line, onBegun }: ReviewFormProps) {
  const { id: openingId, review } = line
  const queries = useQueryClient()
  const tell = useTell()
  const draft = useDraft(openingDraft(openingId), unsaid, readLike(unsaid))
  const { note } = draft.content
  const isBegun = note.trim() !== ''
  const isOpen = draft.state !== 'opening'
  const tellBegun = useEffectEvent(onBegun)
  useEffect(() => {
    if (isOpen) tellBegun(isBegun)
  }, [isOpen, isBegun])
  const verdict = openingVerdicts.find((one) => one === draft.content.verdict) ?? ''
  const [tried, setTried] = useState(false)
  const keeping = useSend('POST', '/api/emergency/openings/:id/review', { params: { id: openingId } })
  const keep = async () => {
    setTried(true)
    if (verdict === '' || note.trim() === '') return
    const kept = await keeping.send({ verdict, note: note.trim() })
    const isLate = !kept.ok && kept.problem.code === 'reviewed-already'
    if (!kept.ok && !isLate) return
    if (!isLate) {
      await draft.discard()
      tell(words.kept)
    }
    await queries.invalidateQueries({ queryKey: emergencyKeys.waiting })
    await queries.invalidateQueries({ queryKey: emergencyKeys.openings })
  }
  return (
    <Form onSend={() => review === null && void keep()} problem={keeping.problem}>
      <Stack maw="34rem" gap="sm">
        {review === null ? (
          <div data-wrong={tried && verdict === ''}>
            <Radio.Group
              label={words.verdict}
              value={verdict}
              error={tried && verdict === '' ? words.verdictNeeded : undefined}
              onChange={(value) => draft.change((now) => ({ ...now, verdict: value }))}
            >
              <Group pt="xs">
                {openingVerdicts.map((one) => (
                  <Radio key={one} value={one} label={common.verdicts[one]} />
                ))}
              </Group>
            </Radio.Group>
          </div>
        ) : (
          <Text role="status">{words.late}</Text>
        )}
        <TextBox
          kept={fields.reviewNote}
          label={words.note}
          value={note}
          error={tried && note.trim() === '' ? words.noteNeeded : keeping.problemAt('note')}
          onChange={(typed) => draft.change((now) => ({ ...now, note: typed }))}
        />
        {review === null && keeping.problem !== null && keeping.problem.where !== 'note' && (
          <ErrorPanel problem={keeping.problem} />
        )}
        <DraftLine state={draft.state} />
        <div>
          {review === null ? (
            <Button type="submit" variant="default" loading={keeping.sending}>
              {words.keep}
            </Button>
          ) : (
            <Button variant="default" onClick={() => void draft.discard()}>
              {words.leave}
            </Button>
          )}
        </div>
      </Stack>
    </Form>
  )
}
