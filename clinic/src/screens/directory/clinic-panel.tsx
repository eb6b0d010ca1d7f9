import { Button, Group, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { keys, useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useTell } from '../../frame/own-page.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { readText, useDraft } from '../../patient/use-draft.ts'
import { Panel } from '../../pieces/panel.tsx'
import { words } from './words.ts'

/** The number the front door tells people to ring. */
export function ClinicPanel() {
  const queries = useQueryClient()
  const tell = useTell()
  const known = useMe().data?.phone ?? ''
  const draft = useDraft<string | null>('clinic.phone', null, readText)
  const typed = draft.content
  const saving = useSend('PUT', '/api/clinic')
  const phone = typed ?? known
  const save = async () => {
    const outcome = await saving.send({ phone: phone.trim() === '' ? null : phone.trim() })
    if (!outcome.ok) return
    await queries.invalidateQueries({ queryKey: keys.me })
    await draft.discard()
    tell(words.clinicSaved)
  }
  return (
    <Panel title={words.clinic}>
      <Text c="dimmed">{words.clinicText}</Text>
      <Group align="flex-end" mt="xs">
        <TextInput
          type="tel"
          label={words.phone}
          value={phone}
          autoComplete="off"
          onChange={(event) => draft.change(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={phone.trim() === known}
          loading={saving.sending}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </Group>
      {typed !== null && <DraftLine state={draft.state} />}
      {saving.problem !== null && <ErrorPanel problem={saving.problem} />}
    </Panel>
  )
}
