import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { CalendarPlusIcon, RouteIcon, SendIcon, UsersIcon } from 'lucide-react'
import { Link } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { Panel } from '../../pieces/panel.tsx'
import classes from './front-door.module.css'
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
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {doors.map(({ to, Icon, title, text }) => (
          <Link key={to} to={to} className={classes.door}>
            <Icon size={30} strokeWidth={1.6} aria-hidden />
            <Title order={2}>{title}</Title>
            <Text c="dimmed">{text}</Text>
          </Link>
        ))}
      </SimpleGrid>
      <Stack gap="md" pt="sm">
        <Panel title={words.afterToxin.title}>{words.afterToxin.text}</Panel>
        <Panel title={words.afterSurgery.title}>{words.afterSurgery.text}</Panel>
        <Text c="dimmed">{words.banner}</Text>
      </Stack>
    </Page>
  )
}
