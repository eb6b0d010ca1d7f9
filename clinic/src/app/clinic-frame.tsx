import type { Account } from '@facialis/wire'
import { ActionIcon, AppShell, Burger, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { KeyboardIcon } from 'lucide-react'
import { useRef } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { problemOf } from '../api/problem-error.ts'
import { useMeWatched } from '../api/queries.ts'
import { actAs } from '../api/session.ts'
import { EmergencyFrame } from '../emergency/emergency-frame.tsx'
import { OpeningsWaiting } from '../emergency/openings-waiting.tsx'
import { Brand } from '../frame/brand.tsx'
import { destinationsOf, mayOpen, patientDestinations, shutTo, startOf } from '../frame/destinations.ts'
import { ErrorPanel } from '../frame/error-panel.tsx'
import { useKeptFocus } from '../frame/kept-focus.ts'
import { Opening } from '../frame/opening.tsx'
import { SchemeSwitch } from '../frame/scheme-switch.tsx'
import { contentId, SkipLink } from '../frame/skip-link.tsx'
import { words } from '../frame/words.ts'
import { DraftClashNotice } from '../patient/draft-clash-notice.tsx'
import { AdviceBanner } from '../pieces/advice-banner.tsx'
import { dateWords } from '../words/dates.ts'
import { AccountMenu } from './account-menu.tsx'
import classes from './clinic-frame.module.css'
import './print.css'
import { NotYours } from './not-yours.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { SessionDialog } from './session-dialog.tsx'
import { SessionWarning } from './session-warning.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { SideNav, useOpenPatientId } from './side-nav.tsx'
import { usePreference } from './use-preference.ts'
import { useShortcuts } from './use-shortcuts.ts'

const navId = 'navigation'

/** Everything behind the sign-in: header, navigation, shortcuts, and the screen in the middle. */
export function ClinicFrame() {
  useKeptFocus()
  const me = useMeWatched()
  const [menu, { toggle, close }] = useDisclosure(false)
  const [sheet, sheetIs] = useDisclosure(false)
  const [keysOn, setKeysOn] = usePreference('shortcuts', true)
  const patient = useOpenPatientId()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const held = useRef<Account | null>(null)
  if (me.isPending) held.current = null
  else if (me.data?.account) held.current = me.data.account
  const account = held.current
  // Before anything below asks: effects of what is inside run before those of this frame.
  if (account !== null) actAs(account.id)
  const destinations = [
    ...destinationsOf(account?.roles ?? [], { emergency: me.data?.emergency ?? false }),
    ...(patient === null ? [] : patientDestinations(patient)),
  ]
  useShortcuts(
    {
      '?': sheetIs.toggle,
      '/': () => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus(),
      ...Object.fromEntries(destinations.map(({ keys = '', to }) => [keys, () => void navigate(to)])),
    },
    keysOn,
  )

  if (me.isPending) return <Opening />
  // A later question that fails, or an ended session, must not take away the page and what is typed there.
  if (me.data === undefined)
    return (
      <main className={classes.alone}>
        <ErrorPanel problem={problemOf(me.error)} onRetry={() => void me.refetch()} />
      </main>
    )
  if (me.data.setupNeeded) return <Navigate replace to="/set-up" />
  if (account === null) return <Navigate replace to={`/sign-in?back=${encodeURIComponent(pathname + search)}`} />
  const shut = shutTo(account.roles, pathname, { emergency: me.data.emergency })

  return (
    <AppShell
      className={classes.shell}
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !menu } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <SkipLink />
      <ProgressBar />
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" className={classes.left}>
            <Burger
              opened={menu}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={words.menu}
              aria-expanded={menu}
              aria-controls={navId}
            />
            <Brand to={startOf(account.roles)} />
            <Text c="dimmed" size="sm" truncate visibleFrom="sm">
              {me.data.clinic} · {words.today} {dateWords(me.data.today)}
              {me.data.demo && ` · ${words.demo}`}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <ActionIcon
              variant="default"
              size="lg"
              onClick={sheetIs.open}
              aria-label={words.shortcuts.open}
              visibleFrom="sm"
            >
              <KeyboardIcon size={18} aria-hidden />
            </ActionIcon>
            <SchemeSwitch />
            <AccountMenu account={account} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        id={navId}
        p="xs"
        aria-label={words.navigation}
        className={classes.nav}
        data-open={menu}
        onBlur={({ currentTarget, relatedTarget }) => {
          // On a phone it lies over the screen: whoever goes on by Tab would be behind it.
          if (relatedTarget?.closest('main') && !currentTarget.contains(relatedTarget)) close()
        }}
      >
        <SideNav roles={account.roles} emergency={me.data.emergency} onGo={close} showKeys={keysOn} />
      </AppShell.Navbar>
      <AppShell.Main id={contentId} tabIndex={-1} className={classes.main}>
        <div className={classes.column}>
          {mayOpen(account.roles, '/openings') && <OpeningsWaiting />}
          <DraftClashNotice today={me.data.today} />
          {shut === null ? <Outlet /> : <NotYours page={shut} roles={account.roles} />}
          <AdviceBanner guidance={me.data.guidance} />
        </div>
      </AppShell.Main>
      {me.data.emergency && <EmergencyFrame />}
      <SessionDialog account={account} ended={me.data.account === null} />
      <SessionWarning />
      <ShortcutSheet
        opened={sheet}
        onClose={sheetIs.close}
        enabled={keysOn}
        onEnable={setKeysOn}
        destinations={destinations}
      />
    </AppShell>
  )
}
