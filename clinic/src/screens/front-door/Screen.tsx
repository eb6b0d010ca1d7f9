import { Stack, Text } from '@mantine/core'
import { CalendarPlusIcon, RouteIcon, SendIcon, UsersIcon } from 'lucide-react'
import { Page } from '../../frame/page.tsx'
import { Doors } from '../../pieces/doors.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { words } from './words.ts'

const doors = [
  { to: '/front-door/appointment', Icon: CalendarPlusIcon, ...words.doors.appointment },
  { to: '/front-door/refer', Icon: SendIcon, ...words.doors.refer },
  { to: '/front-door/status', Icon: RouteIcon, ...words.doors.status },
  { to: '/front-door/team', Icon: UsersIcon, ...words.doors.team },
] as const

/** What anybody can do here without an account. */
export function Screen() {
  return (
    <Page title={words.title} lead={words.lead}>
      <Doors doors={doors} />
      <Stack gap="md" pt="sm">
        <Panel title={words.afterToxin.title}>{words.afterToxin.text}</Panel>
        <Panel title={words.afterSurgery.title}>{words.afterSurgery.text}</Panel>
        <Text c="dimmed">{words.banner}</Text>
      </Stack>
    </Page>
  )
}
