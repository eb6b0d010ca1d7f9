import { Anchor, Container, Group, Text } from '@mantine/core'
import { Link, Outlet } from 'react-router'
import { useMe } from '../api/queries.ts'
import { Brand } from '../frame/brand.tsx'
import { frontDoorDestinations, startOf } from '../frame/destinations.ts'
import { useKeptFocus } from '../frame/kept-focus.ts'
import { SchemeSwitch } from '../frame/scheme-switch.tsx'
import { contentId, SkipLink } from '../frame/skip-link.tsx'
import { words } from '../frame/words.ts'
import { ProgressBar } from './progress-bar.tsx'
import classes from './public-frame.module.css'

/** What anybody sees without an account: roomy, and the emergency words on every page. */
export function PublicFrame() {
  useKeptFocus()
  const me = useMe()
  const start = me.data?.account ? startOf(me.data.account.roles) : null
  return (
    <div className={classes.page}>
      <SkipLink />
      <ProgressBar />
      <header className={classes.header}>
        <Container size="md" className={classes.bar}>
          <Group gap="md" wrap="nowrap">
            <Brand to="/front-door" />
            <Text c="dimmed" visibleFrom="xs">
              {me.data?.clinic}
            </Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <Anchor component={Link} to={start ?? '/sign-in'} size="sm">
              {start === null ? words.nav.signIn : start === '/board' ? words.nav.board : words.nav.start}
            </Anchor>
            <SchemeSwitch />
          </Group>
        </Container>
      </header>
      <aside className={classes.emergency}>
        <Container size="md">{words.emergency}</Container>
      </aside>
      <Container size="md" component="main" id={contentId} tabIndex={-1} className={classes.main}>
        <Outlet />
      </Container>
      <footer className={classes.footer}>
        <Container size="md">
          <nav aria-label={words.nav.frontDoor}>
            <Group gap="lg">
              {frontDoorDestinations.map(({ to, label }) => (
                <Anchor key={to} component={Link} to={to} size="sm" className={classes.link}>
                  {label}
                </Anchor>
              ))}
            </Group>
          </nav>
          <Text c="dimmed" size="sm" mt="xs">
            {words.guidance(me.data?.guidance)}
          </Text>
        </Container>
      </footer>
    </div>
  )
}
