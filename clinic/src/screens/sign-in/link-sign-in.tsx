import { Button, Paper, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { keys } from '../../api/queries.ts'
import { actAs } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { Page } from '../../frame/page.tsx'
import { PasswordField } from '../../frame/password-field.tsx'
import { words } from './words.ts'

/** A link from the console: it signs in once, and then a password is chosen. */
export function LinkSignIn({ token, back }: Readonly<{ token: string; back: string }>) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const link = useSend('POST', '/api/sign-in/link')
  const password = useSend('PUT', '/api/me/password')
  const used = useRef(false)
  const { send, answer } = link
  useEffect(() => {
    // The link works once: a second rendering must not use it up in vain.
    if (used.current) return
    used.current = true
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
    void send({ token }).then((outcome) => {
      // Another link may let somebody else in, in another tab, before a password is chosen here.
      if (outcome.ok && outcome.value.account !== null) actAs(outcome.value.account.id)
    })
  }, [send, token])

  const enter = async () => {
    await queries.invalidateQueries({ queryKey: keys.me })
    await navigate(back, { replace: true })
  }
  const form = useForm({
    initialValues: { password: '', again: '' },
    validate: {
      password: (value) => (value.length < 12 ? words.tooShort : null),
      again: (value, all) => (value === all.password ? null : words.different),
    },
  })
  const keep = async (values: typeof form.values) => {
    const outcome = await password.send({ password: values.password })
    if (outcome.ok) await enter()
  }
  useEffect(() => {
    if (answer !== null && !answer.passwordNeeded) void enter()
  })

  if (link.problem !== null) {
    return (
      <Page title={words.title}>
        <ErrorPanel problem={link.problem} />
      </Page>
    )
  }
  if (answer === null || !answer.passwordNeeded) {
    return (
      <Page title={words.title}>
        <Text role="status">{words.byLink}</Text>
      </Page>
    )
  }
  return (
    <Page title={words.choose} lead={words.chooseLead}>
      <Paper withBorder p="lg" maw="26rem">
        <Form onSend={form.onSubmit((values) => void keep(values))} problem={password.problem}>
          <Stack>
            <PasswordField
              label={words.password}
              description={words.hint}
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
            <PasswordField label={words.again} autoComplete="new-password" {...form.getInputProps('again')} />
            {password.problem !== null && <ErrorPanel problem={password.problem} />}
            <Button type="submit" size="md" loading={password.sending}>
              {words.keep}
            </Button>
          </Stack>
        </Form>
      </Paper>
    </Page>
  )
}
