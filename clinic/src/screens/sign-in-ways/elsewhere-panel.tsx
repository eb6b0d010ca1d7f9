import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { endedElsewhere } from '../../words/sign-in.ts'
import { PresentPassword } from './present-password.tsx'
import { words } from './words.ts'

type ElsewherePanelProps = Readonly<{ name: string; isConnected: boolean; hasPassword: boolean }>

/** A sign-in that others run: whether it opens this account, and how it comes to do so. */
export function ElsewherePanel({ name, isConnected, hasPassword }: ElsewherePanelProps) {
  const [params] = useSearchParams()
  const going = useSend('POST', '/api/me/openid')
  const [current, setCurrent] = useState('')
  const problem = going.problem ?? endedElsewhere(params.get('openid'))
  const go = async () => {
    const begun = await going.send(hasPassword ? { current } : {})
    if (begun.ok) window.location.assign(begun.value.url)
  }
  return (
    <Panel title={words.elsewhere(name)}>
      <Stack>
        <Text>{isConnected ? words.connected(name) : words.notConnected(name)}</Text>
        {problem !== null && problem.where !== 'current' && <ErrorPanel problem={problem} />}
        {!isConnected && (
          <Form onSend={() => void go()} problem={going.problem}>
            <Group align="flex-end" gap="sm">
              {hasPassword && (
                <PresentPassword value={current} onChange={setCurrent} error={going.problemAt('current')} />
              )}
              <Button type="submit" variant="default" disabled={hasPassword && current === ''} loading={going.sending}>
                {words.connect(name)}
              </Button>
            </Group>
          </Form>
        )}
      </Stack>
    </Panel>
  )
}
