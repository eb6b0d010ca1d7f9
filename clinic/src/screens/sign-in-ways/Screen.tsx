import { Text } from '@mantine/core'
import { problemOf } from '../../api/problem-error.ts'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Page } from '../../frame/page.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { ElsewherePanel } from './elsewhere-panel.tsx'
import { PasskeysPanel } from './passkeys-panel.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { useSignInWays } from './use-sign-in-ways.ts'
import { words } from './words.ts'

/** Everything that opens one's own account: passkeys, a sign-in that others run, the password. */
export function Screen() {
  const me = useMe()
  const ways = useSignInWays()
  if (ways.isPending || me.data === undefined) return <Opening />
  return (
    <Page title={words.title} lead={words.lead}>
      {ways.isError ? (
        <ErrorPanel problem={problemOf(ways.error)} onRetry={() => void ways.refetch()} />
      ) : (
        <>
          {me.data.signIn.passkeys ? (
            <PasskeysPanel passkeys={ways.data.passkeys} hasPassword={ways.data.password} />
          ) : (
            <Panel title={words.passkeys}>
              <Text c="dimmed">{words.noSite}</Text>
            </Panel>
          )}
          {me.data.signIn.openId !== null && (
            <ElsewherePanel
              name={me.data.signIn.openId}
              isConnected={ways.data.openIdConnected}
              hasPassword={ways.data.password}
            />
          )}
          <PasswordPanel hasOne={ways.data.password} />
        </>
      )}
    </Page>
  )
}
