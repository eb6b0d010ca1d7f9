import type { TeamMember } from '@facialis/wire'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { DraftDialog, useDialogDraft } from '../../patient/draft-dialog.tsx'
import { readEdit, unedited, withEdit } from '../../patient/form-edit.ts'
import { type MemberForm, memberDraft, memberForm, memberOf } from './team-list.ts'
import { useTeamChange } from './use-team-change.ts'
import { words } from './words.ts'

type MemberDialogProps = Readonly<{
  /** Null: a new one. */
  member: TeamMember | null
  onClose: () => void
}>

const needed = ['name', 'role', 'phone', 'location'] as const
const fields = [...needed, 'languages'] as const
const more = {
  name: { 'data-autofocus': true, autoComplete: 'off' },
  role: { description: words.roleHint },
  phone: { type: 'tel', autoComplete: 'off' },
  location: {},
  languages: { description: words.languagesHint },
} as const

/** One entry of the directory. */
export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const { change, saving, problem } = useTeamChange()
  const now = memberForm(member)
  const draft = useDialogDraft({
    key: memberDraft(member),
    empty: unedited(now),
    read: readEdit(now),
    onClose,
  })
  const [tried, setTried] = useState(false)
  const typed = draft.content.is
  const lacking = needed.filter((field) => typed[field].trim() === '')
  const submit = async () => {
    setTried(true)
    if (lacking.length === 0 && (await change(member, memberOf(typed)))) draft.done()
  }
  return (
    <DraftDialog
      draft={draft}
      onClose={onClose}
      title={member === null ? words.addMemberTitle : words.changeMemberTitle}
    >
      <Form onSend={() => void submit()} problem={problem}>
        <Stack>
          {fields.map((field) => (
            <TextInput
              key={field}
              label={words[field]}
              {...more[field]}
              value={typed[field]}
              error={tried && lacking.some((one) => one === field) ? words.needed(words[field]) : undefined}
              onChange={(event) => {
                const { value } = event.currentTarget
                draft.change(withEdit<MemberForm>({ [field]: value }))
              }}
            />
          ))}
          {problem !== null && <ErrorPanel problem={problem} />}
          <Group>
            <Button type="submit" loading={saving}>
              {words.save}
            </Button>
            <Button variant="default" onClick={draft.done}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </Form>
    </DraftDialog>
  )
}
