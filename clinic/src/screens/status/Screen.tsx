import { Button, Paper, Stack, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useSend } from '../../api/use-send.ts'
import { secretOf } from '../../frame/address-secret.ts'
import { ClinicPhone } from '../../frame/clinic-phone.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Form } from '../../frame/form.tsx'
import { Page } from '../../frame/page.tsx'
import { StatusPanel } from './status-panel.tsx'
import { words } from './words.ts'

/** The page behind a status link: positions only. The secret stays after `#` and is sent in a body. */
export function Screen() {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asksForLink, setAsksForLink] = useState(false)
  const { send, sending, problem, answer } = useSend('POST', '/api/front-door/status')
  const token = secretOf(hash)
  useEffect(() => {
    if (token !== '') void send({ token })
  }, [token, send])

  // Too short, mistyped or of nobody: for whoever holds it, it is one thing.
  const isNoLink = problem?.where === 'token' || problem?.where === 'link'

  if (token !== '' && answer !== null)
    return (
      <Page title={words.title[answer.kind]} lead={words.lead}>
        <StatusPanel status={answer} />
      </Page>
    )
  return (
    <Page title={words.title.referral} lead={words.lead}>
      <Paper withBorder p="lg" maw="38rem">
        <Form
          problem={problem}
          onSend={() => {
            const secret = secretOf(typed.includes('#') ? typed.slice(typed.indexOf('#')) : typed.trim())
            setAsksForLink(secret === '')
            if (secret !== '') void navigate(`#${encodeURIComponent(secret)}`)
          }}
        >
          <Stack>
            <TextInput
              size="md"
              label={words.link}
              description={words.linkHint}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
              error={asksForLink ? words.needed : isNoLink && !sending ? words.noLink : undefined}
            />
            {isNoLink && <ClinicPhone label={words.number} />}
            {problem !== null && !isNoLink && <ErrorPanel problem={problem} />}
            <Button type="submit" size="lg" loading={sending}>
              {words.show}
            </Button>
          </Stack>
        </Form>
      </Paper>
    </Page>
  )
}
