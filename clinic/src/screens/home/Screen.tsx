import { Stack, Text } from '@mantine/core'
import { AmbulanceIcon, BookOpenIcon, ContactIcon, TextSearchIcon, UsersIcon } from 'lucide-react'
import { useMe } from '../../api/queries.ts'
import { mayOpen } from '../../frame/destinations.ts'
import { Page } from '../../frame/page.tsx'
import { Doors } from '../../pieces/doors.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { words } from './words.ts'

/** Where somebody begins who treats nobody: what they can open, and what is still to come. */
export function Screen() {
  const me = useMe().data
  const roles = me?.account?.roles ?? []
  const able = roles.flatMap((role) => words.roles[role] ?? [])
  const later = able.flatMap((one) => one.later ?? [])
  const doors = [
    ...(mayOpen(roles, '/audit')
      ? [{ to: '/audit', Icon: TextSearchIcon, title: words.audit, text: words.auditText }]
      : []),
    { to: '/guidance', Icon: BookOpenIcon, title: words.guidance, text: words.guidanceText },
    ...(mayOpen(roles, '/accounts')
      ? [{ to: '/accounts', Icon: UsersIcon, title: words.accounts, text: words.accountsText }]
      : []),
    ...(mayOpen(roles, '/team') ? [{ to: '/team', Icon: ContactIcon, title: words.team, text: words.teamText }] : []),
    ...(me?.emergency === true
      ? [{ to: '/emergency', Icon: AmbulanceIcon, title: words.emergency, text: words.emergencyText }]
      : []),
  ]
  return (
    <Page title={words.title} lead={words.lead(me?.clinic ?? '')}>
      <Doors doors={doors} />
      {able.length > 0 && (
        <Panel title={words.can}>
          <Stack gap="xs">
            {able
              .flatMap(({ can }) => can)
              .map((one) => (
                <Text key={one}>{one}</Text>
              ))}
          </Stack>
        </Panel>
      )}
      {later.length > 0 && (
        <Panel title={words.later}>
          {later.map((one) => (
            <Text key={one} c="dimmed">
              {one}
            </Text>
          ))}
        </Panel>
      )}
    </Page>
  )
}
