import type { TeamMember } from '@facialis/wire'
import { Button, Group, Stack, Text } from '@mantine/core'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useTeamChange } from './use-team-change.ts'
import { words } from './words.ts'

type RemoveMemberProps = Readonly<{ member: TeamMember; onClose: () => void }>

/** Takes somebody off the public directory, asked once. */
export function RemoveMember({ member, onClose }: RemoveMemberProps) {
  const { change, saving, problem } = useTeamChange()
  const remove = async () => {
    if (await change(member, null)) onClose()
  }
  return (
    <Dialog onClose={onClose} title={words.removeTitle}>
      <Stack>
        <Text>{words.removeText(member.name)}</Text>
        {problem !== null && <ErrorPanel problem={problem} />}
        <Group>
          <Button color="brick" loading={saving} onClick={() => void remove()}>
            {words.remove}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
