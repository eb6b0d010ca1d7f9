import type { Account } from '@facialis/wire'
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { keys } from '../api/queries.ts'
import { onSignInNeeded, resolveSignIn } from '../api/session.ts'
import { signOut } from '../api/sign-out.ts'
import { useSend } from '../api/use-send.ts'
import { ErrorPanel } from '../frame/error-panel.tsx'
import { Form } from '../frame/form.tsx'
import { PasswordField } from '../frame/password-field.tsx'
import { words } from '../frame/words.ts'

type SessionDialogProps = Readonly<{ account: Account; ended: boolean }>

// Escape pressed in here must not close a dialog that lies underneath, with what is typed in it.
const keepEscape = { 'data-mantine-stop-propagation': 'true' } as const

/** Signs the same person in again over the page they were working on. The page behind cannot be read meanwhile. */
export function SessionDialog({ account, ended }: SessionDialogProps) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const [other, setOther] = useState(false)
  const signIn = useSend('POST', '/api/sign-in')
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: {
      login: (value) => (value.trim() === '' ? words.session.needed(words.session.login) : null),
      password: (value) => (value === '' ? words.session.needed(words.session.password) : null),
    },
  })
  useEffect(() => onSignInNeeded(() => setAsked(true)), [])

  const submit = async (values: typeof form.values) => {
    setOther(false)
    const outcome = await signIn.send(values)
    if (!outcome.ok) return
    form.setFieldValue('password', '')
    const here = outcome.value.account
    if (here?.id !== account.id) {
      // Somebody else must not sign what this person typed.
      if (here) await signOut(here.id)
      setOther(true)
      return
    }
    form.reset()
    queries.setQueryData(keys.me, outcome.value)
    setAsked(false)
    resolveSignIn(true)
  }
  const leave = async () => {
    resolveSignIn(false)
    queries.clear()
    await navigate('/sign-in')
  }
  const problem = other ? { code: 'other', sentence: words.session.other(account.name) } : signIn.problem
  return (
    <Modal
      opened={asked || ended}
      onClose={() => undefined}
      title={words.session.title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      zIndex={1000}
      overlayProps={{ backgroundOpacity: 0.9, blur: 12 }}
    >
      <Form onSend={form.onSubmit((values) => void submit(values))} problem={signIn.problem}>
        <Stack>
          <Text>{words.session.text(account.name)}</Text>
          <TextInput
            data-autofocus
            label={words.session.login}
            autoComplete="username"
            autoCapitalize="none"
            {...keepEscape}
            {...form.getInputProps('login')}
          />
          <PasswordField
            label={words.session.password}
            autoComplete="current-password"
            {...keepEscape}
            {...form.getInputProps('password')}
          />
          {problem !== null && !signIn.sending && <ErrorPanel problem={problem} />}
          <Group>
            <Button type="submit" loading={signIn.sending} {...keepEscape}>
              {words.session.signIn}
            </Button>
            <Button variant="default" onClick={() => void leave()} {...keepEscape}>
              {words.session.leave}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {words.session.leaveText}
          </Text>
        </Stack>
      </Form>
    </Modal>
  )
}
