import type { ReferralStatus } from '@facialis/wire'
import { Button, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useSend } from '../../api/use-send.ts'
import { secretOf } from '../../frame/address-secret.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Page } from '../../frame/page.tsx'
import { dateWords } from '../../words/dates.ts'
import { StatusLine } from './status-line.tsx'
import { words } from './words.ts'

/** The page behind a referral's status link: positions only. The secret stays after `#` and is sent in a body. */
export function Screen() {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const { send, sending, problem, answer } = useSend<ReferralStatus>('POST', '/api/front-door/status')
  const token = secretOf(hash)
  useEffect(() => {
    if (token !== '') void send({ token })
  }, [token, send])

  return (
    <Page title={words.title} lead={words.lead}>
      {token !== '' && answer !== null ? (
        <Paper withBorder p="lg" maw="38rem">
          <Stack>
            <Text size="lg" fw={650} role="status">
              {answer.words}
            </Text>
            <StatusLine line={answer.line} />
            <Text c="dimmed">
              {words.reference} {answer.reference} · {words.received} {dateWords(answer.received)} · {words.updated}{' '}
              {dateWords(answer.updated)}
            </Text>
          </Stack>
        </Paper>
      ) : (
        <Paper withBorder p="lg" maw="38rem">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              const secret = secretOf(typed.includes('#') ? typed.slice(typed.indexOf('#')) : typed.trim())
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
              />
              {problem !== null && <ErrorPanel problem={problem} />}
              <Button type="submit" size="lg" loading={sending}>
                {words.show}
              </Button>
            </Stack>
          </form>
        </Paper>
      )}
    </Page>
  )
}
