import type { Me } from '@facialis/wire'
import { Button, Paper, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { keys, useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { safeReturn } from '../../frame/address-secret.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Page } from '../../frame/page.tsx'
import { words } from './words.ts'

/** Staff sign-in; afterwards one is back where one wanted to go. */
export function Screen() {
  const [params] = useSearchParams()
  const back = safeReturn(params.get('back'))
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const signIn = useSend<Me>('/api/sign-in')
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: {
      login: (value) => (value.trim() === '' ? words.needed(words.login) : null),
      password: (value) => (value === '' ? words.needed(words.password) : null),
    },
  })
  const submit = async (values: typeof form.values) => {
    const outcome = await signIn.post(values)
    if (!outcome.ok) return
    await queries.invalidateQueries({ queryKey: keys.me })
    await navigate(back, { replace: true })
  }
  if (me.data?.setupNeeded === true) return <Navigate replace to="/setup" />
  if (me.data?.account != null) return <Navigate replace to={back} />
  return (
    <Page title={words.title} lead={words.lead}>
      <Paper withBorder p="lg" maw="26rem">
        <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
          <Stack>
            <TextInput
              label={words.login}
              autoComplete="username"
              autoCapitalize="none"
              {...form.getInputProps('login')}
            />
            <PasswordInput label={words.password} autoComplete="current-password" {...form.getInputProps('password')} />
            {signIn.problem !== null && <ErrorPanel problem={signIn.problem} />}
            <Button type="submit" size="md" loading={signIn.sending}>
              {words.submit}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Page>
  )
}
