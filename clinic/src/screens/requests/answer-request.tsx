import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { problemOf, valueIn } from '../../api/problem-error.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { DeclineRequest } from '../board/decline-request.tsx'
import { Known } from './known.tsx'
import { personOf, type SentRequest } from './sent.ts'
import { askWhoElse, useAccept } from './use-accept.ts'
import { words } from './words.ts'

/** Accept or decline, after who it might be has been looked at. */
export function AnswerRequest({ request }: Readonly<{ request: SentRequest }>) {
  const navigate = useNavigate()
  const { accept, busy, problem } = useAccept()
  const [declining, setDeclining] = useState(false)
  const waits = request.state === 'requested'
  const person = personOf(request)
  const known = useQuery({
    queryKey: ['request', request.id, 'known'],
    queryFn: async ({ signal }) => valueIn(await askWhoElse(person, signal)),
    enabled: waits,
    staleTime: 0,
  })
  if (!waits) return <Answered request={request} />
  const others = known.data ?? []
  return (
    <Stack gap="sm">
      {known.isPending && <Text role="status">{words.checking}</Text>}
      {known.isError && <ErrorPanel problem={problemOf(known.error)} onRetry={() => void known.refetch()} />}
      {others.length > 0 && (
        <Known known={others} person={person} joining={busy !== null} onJoin={(id) => void accept(request.id, id)} />
      )}
      {problem !== null && <ErrorPanel problem={problem} />}
      <Group gap="xs">
        <Button disabled={known.isPending} loading={busy !== null} onClick={() => void accept(request.id)}>
          {others.length > 0 ? words.acceptNew : words.accept}
        </Button>
        <Button variant="default" disabled={busy !== null} onClick={() => setDeclining(true)}>
          {words.decline}
        </Button>
      </Group>
      {declining && (
        <DeclineRequest
          request={{ id: request.id, name: person.name }}
          onClose={() => setDeclining(false)}
          onDeclined={() => void navigate('/board')}
        />
      )}
    </Stack>
  )
}

function Answered({ request: { state, patientId } }: Readonly<{ request: SentRequest }>) {
  const title = state === 'accepted' || state === 'rejected' ? words.answered[state] : words.answeredOther
  return (
    <Notice tone="notice" title={title} role="status">
      {patientId !== null && (
        <Anchor component={Link} to={`/patients/${encodeURIComponent(patientId)}`}>
          {words.open}
        </Anchor>
      )}
    </Notice>
  )
}
