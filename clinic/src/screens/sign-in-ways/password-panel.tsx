import { Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { useTell } from '../../frame/own-page.ts'
import { PasswordField } from '../../frame/password-field.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { signInWaysKey } from './use-sign-in-ways.ts'
import { words } from './words.ts'

const shortest = 12

/** Another password, against the present one where there is one. */
export function PasswordPanel({ hasOne }: Readonly<{ hasOne: boolean }>) {
  const queries = useQueryClient()
  const tell = useTell()
  const keeping = useSend('PUT', '/api/me/password')
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: (value) => (hasOne && value === '' ? words.needed : null),
      password: (value) => ([...value].length < shortest ? words.tooShort : null),
    },
  })
  const keep = async ({ current, password }: typeof form.values) => {
    const kept = await keeping.send(hasOne ? { current, password } : { password })
    if (!kept.ok) return
    form.reset()
    await queries.invalidateQueries({ queryKey: signInWaysKey })
    tell(words.kept)
  }
  const field = (name: 'current' | 'password') => ({
    ...form.getInputProps(name),
    error: form.errors[name] ?? keeping.problemAt(name),
  })
  const isAtField = ['current', 'password'].includes(keeping.problem?.where ?? '')
  return (
    <Panel title={words.password}>
      <Form onSend={form.onSubmit((values) => void keep(values))} problem={keeping.problem}>
        <Stack maw="26rem">
          {hasOne ? (
            <PasswordField label={words.current} autoComplete="current-password" {...field('current')} />
          ) : (
            <Text c="dimmed">{words.noPassword}</Text>
          )}
          <PasswordField
            label={words.fresh}
            description={words.freshHint}
            autoComplete="new-password"
            {...field('password')}
          />
          {keeping.problem !== null && !isAtField && <ErrorPanel problem={keeping.problem} />}
          <div>
            <Button type="submit" variant="default" loading={keeping.sending}>
              {words.keep}
            </Button>
          </div>
        </Stack>
      </Form>
    </Panel>
  )
}
