import type { KnownPasskey, Problem } from '@facialis/wire'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../api/client.ts'
import { passkeyMade } from '../../api/passkeys.ts'
import { useZone } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { useHere, useTell } from '../../frame/own-page.ts'
import { Panel } from '../../pieces/panel.tsx'
import { dateWords, dayOfInstant } from '../../words/dates.ts'
import { PresentPassword } from './present-password.tsx'
import { signInWaysKey } from './use-sign-in-ways.ts'
import { words } from './words.ts'

type PasskeysPanelProps = Readonly<{ passkeys: readonly KnownPasskey[]; hasPassword: boolean }>

/** The passkeys that open this account; a new one is made in the device at hand. */
export function PasskeysPanel({ passkeys, hasPassword }: PasskeysPanelProps) {
  const zone = useZone()
  const queries = useQueryClient()
  const here = useHere()
  const tell = useTell()
  const [name, setName] = useState('')
  const [current, setCurrent] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const asking = useSend('POST', '/api/me/passkeys/options')
  const keeping = useSend('POST', '/api/me/passkeys')

  const add = async () => {
    setProblem(null)
    const asked = await asking.send(hasPassword ? { current } : {})
    if (!asked.ok) return
    const made = await passkeyMade(asked.value)
    if (made === null) {
      setProblem({ code: 'passkey', sentence: words.notAdded })
      return
    }
    // Made for an account that is not at this page any more, it must not open another.
    if (!here()) return
    const kept = await keeping.send({ name: name.trim(), made })
    if (!kept.ok) return
    await queries.invalidateQueries({ queryKey: signInWaysKey })
    tell(words.added(name.trim()))
    setName('')
    setCurrent('')
  }
  const remove = async (passkey: KnownPasskey) => {
    const gone = await send('DELETE', '/api/me/passkeys/:id', { params: { id: passkey.id } })
    if (!gone.ok) setProblem(gone.problem)
    else tell(words.removed(passkey.name))
    await queries.invalidateQueries({ queryKey: signInWaysKey })
  }

  const shown = asking.problem ?? keeping.problem ?? problem
  return (
    <Panel title={words.passkeys}>
      <Stack>
        {passkeys.length === 0 && <Text c="dimmed">{words.noPasskeys}</Text>}
        {passkeys.map((passkey) => (
          <Group key={passkey.id} justify="space-between" gap="sm">
            <div>
              <Text fw={600}>{passkey.name}</Text>
              <Text c="dimmed" size="sm">
                {words.made(dateWords(dayOfInstant(passkey.created, zone)))},{' '}
                {passkey.lastUsed === null ? words.unused : words.used(dateWords(dayOfInstant(passkey.lastUsed, zone)))}
              </Text>
            </div>
            <Button variant="default" size="xs" onClick={() => void remove(passkey)}>
              {words.remove(passkey.name)}
            </Button>
          </Group>
        ))}
        <Form onSend={() => void add()} problem={asking.problem ?? keeping.problem}>
          <Group align="flex-end" gap="sm">
            <TextInput
              label={words.passkeyName}
              description={words.passkeyHint}
              inputWrapperOrder={['label', 'description', 'input', 'error']}
              value={name}
              error={keeping.problemAt('name')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {hasPassword && (
              <PresentPassword value={current} onChange={setCurrent} error={asking.problemAt('current')} />
            )}
            <Button
              type="submit"
              disabled={name.trim() === '' || (hasPassword && current === '')}
              loading={asking.sending || keeping.sending}
            >
              {words.add}
            </Button>
          </Group>
        </Form>
        {shown !== null && shown.where !== 'name' && shown.where !== 'current' && <ErrorPanel problem={shown} />}
      </Stack>
    </Panel>
  )
}
