import { Button, Stack, Text } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { endedElsewhere } from '../../words/sign-in.ts'
import { words } from './words.ts'

/** A sign-in that others run: whether it opens this account, and how it comes to do so. */
export function ElsewherePanel({ name, isConnected }: Readonly<{ name: string; isConnected: boolean }>) {
  const [params] = useSearchParams()
  const going = useSend<{ url: string }>('POST', '/api/me/openid')
  const problem = going.problem ?? endedElsewhere(params.get('openid'))
  const go = async () => {
    const begun = await going.send(undefined)
    if (begun.ok) window.location.assign(begun.value.url)
  }
  return (
    <Panel title={words.elsewhere(name)}>
      <Stack>
        <Text>{isConnected ? words.connected(name) : words.notConnected(name)}</Text>
        {problem !== null && <ErrorPanel problem={problem} />}
        {!isConnected && (
          <div>
            <Button variant="default" loading={going.sending} onClick={() => void go()}>
              {words.connect(name)}
            </Button>
          </div>
        )}
      </Stack>
    </Panel>
  )
}
