import type { Profession, Setup } from '@facialis/wire'
import { Anchor, Button, NativeSelect, Paper, Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { keys, useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { secretOf } from '../../frame/address-secret.ts'
import { EmptyState } from '../../frame/empty-state.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { Page } from '../../frame/page.tsx'
import { PasswordField } from '../../frame/password-field.tsx'
import { words } from './words.ts'

/** What the first person is by training, which decides what their signature counts for; empty: no clinician. */
type Filled = Omit<Setup, 'profession'> & Readonly<{ phone: string; again: string; profession: Profession | '' }>

/** First run: the first administrator, and a demo or an empty clinic. The code comes with the link, after `#`. */
export function Screen() {
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [token] = useState(() => secretOf(window.location.hash))
  const setup = useSend('POST', '/api/setup')
  const form = useForm<Filled>({
    initialValues: {
      token,
      clinic: '',
      phone: '',
      name: '',
      login: '',
      password: '',
      again: '',
      start: 'demo',
      profession: '',
    },
    validate: {
      token: needed(words.token),
      clinic: needed(words.clinic),
      name: needed(words.name),
      login: needed(words.login),
      password: (value) => (value.length < 12 ? words.tooShort : null),
      again: (value, all) => (value === all.password ? null : words.different),
    },
  })
  const submit = async ({ again: _, profession, phone, ...asked }: Filled) => {
    const outcome = await setup.send({
      ...asked,
      ...(profession === '' ? {} : { profession }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    })
    if (!outcome.ok) return
    await queries.invalidateQueries({ queryKey: keys.me })
    await navigate('/')
  }

  if (me.data !== undefined && !me.data.setupNeeded && setup.answer === null) {
    return (
      <Page title={words.title}>
        <EmptyState
          title={words.done}
          text=""
          action={
            <Anchor component={Link} to="/sign-in">
              {words.toSignIn}
            </Anchor>
          }
        />
      </Page>
    )
  }
  const field = (name: 'token' | 'clinic' | 'name' | 'login' | 'password') => ({
    ...form.getInputProps(name),
    error: form.errors[name] ?? setup.problemAt(name),
    required: true,
    withAsterisk: false,
  })
  return (
    <Page title={words.title} lead={words.lead}>
      <Paper withBorder p="lg" maw="34rem">
        <Form onSend={form.onSubmit((values) => void submit(values))} problem={setup.problem}>
          <Stack>
            {token === '' && <TextInput label={words.token} description={words.tokenHint} {...field('token')} />}
            <TextInput label={words.clinic} autoComplete="organization" {...field('clinic')} />
            <TextInput
              type="tel"
              label={words.phone}
              description={words.phoneHint}
              autoComplete="tel"
              {...form.getInputProps('phone')}
            />
            <TextInput label={words.name} autoComplete="name" {...field('name')} />
            <NativeSelect
              label={words.profession}
              description={words.professionHint}
              data={Object.entries(words.professions).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps('profession')}
            />
            <TextInput label={words.login} autoComplete="username" autoCapitalize="none" {...field('login')} />
            <PasswordField
              label={words.password}
              description={words.passwordHint}
              autoComplete="new-password"
              {...field('password')}
            />
            <PasswordField label={words.again} autoComplete="new-password" {...form.getInputProps('again')} />
            <Radio.Group label={words.start} {...form.getInputProps('start')}>
              <Stack gap="xs" mt="xs">
                <Radio value="demo" label={words.demo} description={words.demoText} />
                <Radio value="empty" label={words.empty} description={words.emptyText} />
              </Stack>
            </Radio.Group>
            {setup.problem !== null && <ErrorPanel problem={setup.problem} />}
            <Button type="submit" size="md" loading={setup.sending}>
              {words.submit}
            </Button>
          </Stack>
        </Form>
      </Paper>
    </Page>
  )
}

const needed = (what: string) => (value: string) => (value.trim() === '' ? words.needed(what) : null)
