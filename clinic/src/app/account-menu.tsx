import type { Account } from '@facialis/wire'
import { Button, Menu, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { UserIcon } from 'lucide-react'
import { Link, useNavigate } from 'react-router'
import { keys } from '../api/queries.ts'
import { signOut } from '../api/sign-out.ts'
import { words } from '../frame/words.ts'
import { keepAll } from '../patient/drafts-of-tab.ts'
import { roleWords } from '../words/clinical.ts'

/** Who is signed in, in which roles, and the way out. */
export function AccountMenu({ account }: Readonly<{ account: Account }>) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await keepAll()
    const left = await signOut(account.id)
    if (!left.ok) {
      const isOther = left.problem.code === 'other-account'
      // First the page is theirs: what was said on it before goes with whoever was there.
      if (isOther) await queries.invalidateQueries({ queryKey: keys.me })
      notifications.show({ message: isOther ? left.problem.sentence : words.maybeSignedIn, autoClose: false })
      return
    }
    // What the last person saw must not be there for the next one.
    queries.clear()
    await navigate('/sign-in')
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" px="xs" aria-label={words.signedInAs(account.name)}>
          <UserIcon size={16} aria-hidden />
          <Text span inherit pl={6} visibleFrom="sm">
            {account.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {account.name}: {account.roles.map((role) => roleWords[role]).join(', ')}
        </Menu.Label>
        <Menu.Item component={Link} to="/sign-in-ways">
          {words.nav.signInWays}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{words.nav.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
