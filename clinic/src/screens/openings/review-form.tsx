import { fields, type OpeningVerdict, openingVerdicts } from '@facialis/wire'
import { Button, Group, Radio, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSend } from '../../api/use-send.ts'
import { emergencyKeys } from '../../emergency/use-emergency.ts'
import { words as common } from '../../emergency/words.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { words } from './words.ts'

/** Whether an opening was justified, and what was found. It is said once. */
export function ReviewForm({ openingId }: Readonly<{ openingId: string }>) {
  const queries = useQueryClient()
  const [verdict, setVerdict] = useState<OpeningVerdict | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const keeping = useSend('POST', '/api/emergency/openings/:id/review', { params: { id: openingId } })
  const keep = async () => {
    setTried(true)
    if (verdict === '' || note.trim() === '') return
    const kept = await keeping.send({ verdict, note: note.trim() })
    if (!kept.ok) return
    notifications.show({ message: words.kept })
    await queries.invalidateQueries({ queryKey: emergencyKeys.waiting })
    await queries.invalidateQueries({ queryKey: emergencyKeys.openings })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <Stack maw="34rem" gap="sm">
        <Radio.Group
          label={words.verdict}
          value={verdict}
          error={tried && verdict === '' ? words.verdictNeeded : undefined}
          onChange={(value) => setVerdict(openingVerdicts.find((one) => one === value) ?? '')}
        >
          <Group pt="xs">
            {openingVerdicts.map((one) => (
              <Radio key={one} value={one} label={common.verdicts[one]} />
            ))}
          </Group>
        </Radio.Group>
        <TextBox
          kept={fields.reviewNote}
          label={words.note}
          value={note}
          error={tried && note.trim() === '' ? words.noteNeeded : keeping.problemAt('note')}
          onChange={setNote}
        />
        {keeping.problem !== null && keeping.problem.where !== 'note' && <ErrorPanel problem={keeping.problem} />}
        <div>
          <Button type="submit" variant="default" loading={keeping.sending}>
            {words.keep}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
