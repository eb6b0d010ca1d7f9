import type { StaffAccount } from '@facialis/wire'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useSend } from '../../api/use-send.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useTell } from '../../frame/own-page.ts'
import { accountsKey } from './staff.ts'
import { words } from './words.ts'

type DisableDialogProps = Readonly<{ account: StaffAccount; onClose: () => void }>

/** Shuts an account, or opens it again; an account is never deleted, for its name stands beside what was recorded. */
export function DisableDialog({ account, onClose }: DisableDialogProps) {
  const queries = useQueryClient()
  const tell = useTell()
  const { id, name, disabled } = account
  const saving = useSend('PUT', '/api/accounts/:id', { params: { id } })
  const save = async () => {
    const outcome = await saving.send({ disabled: !disabled })
    if (!outcome.ok) return
    await queries.invalidateQueries({ queryKey: accountsKey })
    tell((disabled ? words.wasEnabled : words.wasDisabled)(name))
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={disabled ? words.enableOf(name) : words.disableTitle}>
      <Stack>
        {!disabled && <Text>{words.disableText(name)}</Text>}
        {saving.problem !== null && <ErrorPanel problem={saving.problem} />}
        <Group>
          <Button {...(disabled ? {} : { color: 'brick' })} loading={saving.sending} onClick={() => void save()}>
            {disabled ? words.enable : words.disable}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose}>
            {words.keepOpen}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
