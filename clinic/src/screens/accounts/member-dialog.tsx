import type { TeamMember } from '@facialis/wire'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { type MemberForm, memberForm, memberOf } from './team-list.ts'
import { useTeamChange } from './use-team-change.ts'
import { words } from './words.ts'

type MemberDialogProps = Readonly<{
  /** Null: a new one. */
  member: TeamMember | null
  onClose: () => void
}>

const needed = (what: string) => (value: string) => (value.trim() === '' ? words.needed(what) : null)

/** One entry of the directory. */
export function MemberDialog({ member, onClose }: MemberDialogProps) {
  const { change, saving, problem } = useTeamChange()
  const form = useForm<MemberForm>({
    initialValues: memberForm(member),
    validate: {
      name: needed(words.name),
      role: needed(words.role),
      phone: needed(words.phone),
      location: needed(words.location),
    },
  })
  const submit = async (values: MemberForm) => {
    if (await change(member, memberOf(values))) onClose()
  }
  return (
    <Dialog onClose={onClose} title={member === null ? words.addMemberTitle : words.changeMemberTitle}>
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
        <Stack>
          <TextInput data-autofocus label={words.name} autoComplete="off" {...form.getInputProps('name')} />
          <TextInput label={words.role} description={words.roleHint} {...form.getInputProps('role')} />
          <TextInput label={words.phone} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
          <TextInput label={words.location} {...form.getInputProps('location')} />
          <TextInput label={words.languages} description={words.languagesHint} {...form.getInputProps('languages')} />
          {problem !== null && <ErrorPanel problem={problem} />}
          <Group>
            <Button type="submit" loading={saving}>
              {words.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
