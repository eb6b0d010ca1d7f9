import { parseDate } from '@facialis/language'
import type { AppointmentRequest, ReferralAccepted } from '@facialis/wire'
import { Button, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Page } from '../../frame/page.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { StatusLinkPanel } from '../../pieces/status-link-panel.tsx'
import { words } from './words.ts'

type Form = Required<AppointmentRequest>

/** For people without an account: who, how to reach them, what for. */
export function Screen() {
  const request = useSend<ReferralAccepted>('POST', '/api/front-door/appointments')
  const form = useForm<Form>({
    initialValues: { name: '', phone: '', email: '', birthDate: '', preferred: '', reason: '', interpreter: '' },
    validate: {
      name: needed(words.name),
      phone: needed(words.phone),
      reason: needed(words.reason),
      birthDate: (value) => (value === '' || parseDate(value) !== null ? null : words.badDate),
    },
  })
  // What was left empty is not sent: an empty text is no answer.
  const submit = (values: Form) =>
    request.send(Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')))

  if (request.answer !== null) {
    const { reference, statusLink } = request.answer
    return (
      <Page title={words.title}>
        <Notice tone="permitted" title={words.sent} role="status">
          <Text>{words.sentText}</Text>
          <Text fw={650}>{words.reference(reference)}</Text>
        </Notice>
        <StatusLinkPanel address={statusLink} />
      </Page>
    )
  }
  const field = (name: keyof Form, optional = false) => ({
    ...form.getInputProps(name),
    label: optional ? `${words[name]} ${words.optional}` : words[name],
    error: form.errors[name] ?? request.problemAt(name),
    size: 'md' as const,
  })
  return (
    <Page title={words.title} lead={words.lead}>
      <Paper withBorder p="lg" maw="38rem">
        <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
          <Stack gap="md">
            <TextInput autoComplete="name" {...field('name')} />
            <TextInput type="tel" autoComplete="tel" {...field('phone')} />
            <Textarea autosize minRows={3} {...field('reason')} />
            <TextInput description={words.birthHint} autoComplete="bday" {...field('birthDate', true)} />
            <TextInput type="email" autoComplete="email" {...field('email', true)} />
            <TextInput {...field('preferred', true)} />
            <TextInput {...field('interpreter', true)} />
            {request.problem !== null && <ErrorPanel problem={request.problem} />}
            <Button type="submit" size="lg" loading={request.sending}>
              {words.submit}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Page>
  )
}

const needed = (what: string) => (value: string) => (value.trim() === '' ? words.needed(what) : null)
