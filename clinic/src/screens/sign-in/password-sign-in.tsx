import { Button, Paper, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { keys } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { PasswordField } from '../../frame/password-field.tsx'
import { words } from './words.ts'

/** Name and password. */
export function PasswordSignIn({ back }: Readonly<{ back: string }>) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const signIn = useSend('POST', '/api/sign-in')
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: {
      login: (value) => (value.trim() === '' ? words.needed(words.login) : null),
      password: (value) => (value === '' ? words.needed(words.password) : null),
    },
  })
  const submit = async (values: typeof form.values) => {
    const outcome = await signIn.send(values)
    if (!outcome.ok) return
    await queries.invalidateQueries({ queryKey: keys.me })
    await navigate(back, { replace: true })
  }
  return (
    <Paper withBorder p="lg" maw="26rem">
      <Form onSend={form.onSubmit((values) => void submit(values))} problem={signIn.problem}>
        <Stack>
          <TextInput
            label={words.login}
            autoComplete="username"
            autoCapitalize="none"
            {...form.getInputProps('login')}
          />
          <PasswordField label={words.password} autoComplete="current-password" {...form.getInputProps('password')} />
          {signIn.problem !== null && <ErrorPanel problem={signIn.problem} />}
          <Button type="submit" size="md" loading={signIn.sending}>
            {words.submit}
          </Button>
        </Stack>
      </Form>
    </Paper>
  )
}
