import { type AppointmentRequest, fields } from '@facialis/wire'
import { Button, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo } from 'react'
import { newKey } from '../../api/client.ts'
import { useMe } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { Page } from '../../frame/page.tsx'
import { readLike } from '../../frame/read-like.ts'
import { useKeptInTab } from '../../frame/use-kept-in-tab.ts'
import { birthLimit } from '../../pathway.ts'
import { DateField } from '../../pieces/date-field.tsx'
import { readDate } from '../../pieces/fact-value.ts'
import { KeptLine } from '../../pieces/kept-line.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { notReachable } from '../../pieces/reach.ts'
import { StatusLinkPanel } from '../../pieces/status-link-panel.tsx'
import { TextBox } from '../../pieces/text-box.tsx'
import { words as pieces } from '../../pieces/words.ts'
import { given } from '../refer/referral-form.ts'
import { words } from './words.ts'

type Typed = Required<AppointmentRequest>
const emptyForm: Typed = { name: '', phone: '', email: '', birthDate: '', preferred: '', reason: '', interpreter: '' }

const empty = () => ({ ...emptyForm, key: newKey() })
const reads = { typed: readLike(empty()), answer: readLike({ reference: '', statusLink: '' }) }

/** For people without an account: who, how to reach them, what for. */
export function Screen() {
  const typed = useKeptInTab(empty, reads)
  const { key, ...texts } = typed.content
  const request = useSend('POST', '/api/front-door/appointments', {
    kept: { key, renew: (fresh) => typed.change((now) => ({ ...now, key: fresh })) },
  })
  const today = useMe().data?.today
  const born = useMemo(() => birthLimit(today), [today])
  const form = useForm<Typed>({
    initialValues: texts,
    onValuesChange: (values) => typed.change((now) => ({ ...now, ...values })),
    validate: {
      name: needed(words.needed(words.name)),
      phone: (value) => needed(words.needed(words.phone))(value) ?? notReachable('phone', value),
      email: (value) => notReachable('email', value),
      reason: needed(words.reasonNeeded),
      birthDate: (value) => readDate(value, { limit: born }).problem,
    },
  })
  // What was left empty is not sent: an empty text is no answer.
  const submit = async ({ name, phone, reason, birthDate, ...others }: Typed) => {
    const outcome = await request.send({
      name,
      phone,
      reason,
      ...given({ ...others, birthDate: String(readDate(birthDate).value ?? '') }),
    })
    if (outcome.ok) typed.sent({ reference: outcome.value.reference, statusLink: outcome.value.statusLink })
  }
  const clear = () => {
    form.setValues(emptyForm)
    form.clearErrors()
    typed.clear()
  }

  if (typed.answer !== null) {
    const { reference, statusLink } = typed.answer
    return (
      <Page title={words.title}>
        <Notice tone="permitted" title={words.sent} role="status">
          <Text>{words.sentText}</Text>
          <Text fw={650}>{words.reference(reference)}</Text>
        </Notice>
        <StatusLinkPanel address={statusLink} />
        <KeptLine typed={typed} onClear={clear} />
      </Page>
    )
  }
  const field = (name: keyof Typed, optional = false) => ({
    ...form.getInputProps(name),
    label: optional ? `${words[name]} ${words.optional}` : words[name],
    error: form.errors[name] ?? request.problemAt(name),
    size: 'md' as const,
  })
  return (
    <Page title={words.title} lead={words.lead}>
      <Paper withBorder p="lg" maw="38rem">
        <Form onSend={form.onSubmit((values) => void submit(values))} problem={request.problem}>
          <Stack gap="md">
            <TextInput autoComplete="name" {...field('name')} />
            <TextInput type="tel" autoComplete="tel" {...field('phone')} />
            <TextBox
              {...field('reason')}
              value={form.values.reason}
              minRows={3}
              kept={fields.reason}
              onChange={(reason) => form.setFieldValue('reason', reason)}
            />
            <DateField
              label={`${words.birthDate} ${words.optional}`}
              description={words.birthHint}
              placeholder={pieces.field.birthDateHint}
              size="md"
              autoComplete="bday"
              limit={born}
              text={form.values.birthDate}
              problem={text(form.errors.birthDate) ?? request.problemAt('birthDate')}
              onChange={(birthDate) => form.setFieldValue('birthDate', birthDate)}
            />
            <TextInput type="email" autoComplete="email" {...field('email', true)} />
            <TextInput {...field('preferred', true)} />
            <TextInput {...field('interpreter', true)} />
            {request.problem !== null && <ErrorPanel problem={request.problem} />}
            <KeptLine typed={typed} onClear={clear} />
            <Button type="submit" size="lg" loading={request.sending}>
              {words.submit}
            </Button>
          </Stack>
        </Form>
      </Paper>
    </Page>
  )
}

const needed = (sentence: string) => (value: string) => (value.trim() === '' ? sentence : null)
const text = (error: unknown): string | undefined => (typeof error === 'string' ? error : undefined)
