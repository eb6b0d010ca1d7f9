import { useMe } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { AccountsPanel } from './accounts-panel.tsx'
import { ClinicPanel } from './clinic-panel.tsx'
import { TeamPanel } from './team-panel.tsx'
import { words } from './words.ts'

/** For administrators: who may sign in, and who is listed at the front door. */
export function Screen() {
  const account = useMe().data?.account
  if (!account) return null
  return (
    <Page title={words.title} lead={words.lead}>
      <AccountsPanel ownId={account.id} />
      <ClinicPanel />
      <TeamPanel />
    </Page>
  )
}
