import { useMe } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { AccountsPanel } from './accounts-panel.tsx'
import { words } from './words.ts'

/** For administrators: who may sign in. */
export function Screen() {
  const account = useMe().data?.account
  if (!account) return null
  return (
    <Page title={words.title} lead={words.lead}>
      <AccountsPanel ownId={account.id} />
    </Page>
  )
}
