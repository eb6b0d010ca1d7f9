import type { SentRequest } from '@facialis/wire'
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { problemOf, valueIn } from '../../api/problem-error.ts'
import { useMe } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { useGo } from '../../frame/own-page.ts'
import { readLike } from '../../frame/read-like.ts'
import { DraftLine } from '../../patient/draft-line.tsx'
import { useDraft } from '../../patient/use-draft.ts'
import { Notice } from '../../pieces/notice.tsx'
import { type Answers, allAnswered, type Treated, treatedSaid, triageFacts } from '../../triage/questions.ts'
import { triageAct } from '../../triage/triage-act.ts'
import { TriageQuestions } from '../../triage/triage-questions.tsx'
import { DeclineRequest } from './decline-request.tsx'
import { Known } from './known.tsx'
import { Reopen } from './reopen.tsx'
import { personOf } from './sent.ts'
import { askWhoElse, useAccept } from './use-accept.ts'
import { words } from './words.ts'

/** What was asked on the telephone, over what stood in the form. */
type Asked = Readonly<{ answers: Answers; treated: Treated }>
const nothingAsked: Asked = { answers: {}, treated: null }

/** The six questions, then accept or decline, after who it might be has been looked at. */
export function AnswerRequest({ request }: Readonly<{ request: SentRequest }>) {
  const go = useGo()
  const today = useMe().data?.today ?? ''
  const { accept, busy, problem } = useAccept()
  const [declining, setDeclining] = useState(false)
  const draft = useDraft(`request.${request.id}.answer`, asSent(request), readLike(nothingAsked))
  const answers = { ...sentAnswers(request), ...draft.content.answers }
  const { treated } = draft.content
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
  const triaged = allAnswered(answers, treated)
  const act = triaged ? triageAct({ answers, treated, reason: null, note: '' }, today) : null
  const take = async (patientId?: string) => {
    const how = { triage: act, ...(patientId === undefined ? {} : { patientId }) }
    if (await accept(request.id, how)) await draft.discard()
  }
  return (
    <Stack gap="sm">
      {known.isPending && <Text role="status">{words.checking}</Text>}
      {known.isError && <ErrorPanel problem={problemOf(known.error)} onRetry={() => void known.refetch()} />}
      {others.length > 0 && (
        <Known known={others} person={person} joining={busy !== null} onJoin={(id) => void take(id)} />
      )}
      <TriageQuestions
        staff
        title={words.triage}
        answers={answers}
        treated={treated}
        onAnswer={(fact, value) => draft.change((now) => ({ ...now, answers: { ...now.answers, [fact]: value } }))}
        onTreated={(value) => draft.change((now) => ({ ...now, treated: value }))}
      />
      {problem !== null && <ErrorPanel problem={problem} />}
      <Group gap="xs">
        <Button disabled={known.isPending} loading={busy !== null} onClick={() => void take()}>
          {words.acceptAs({ isNew: others.length > 0, triaged })}
        </Button>
        <Button variant="default" disabled={busy !== null} onClick={() => setDeclining(true)}>
          {words.decline}
        </Button>
        {!triaged && (
          <Text size="sm" c="dimmed">
            {words.triageLater}
          </Text>
        )}
      </Group>
      <DraftLine state={draft.state} />
      {declining && (
        <DeclineRequest
          request={{ id: request.id, name: person.name }}
          onClose={() => setDeclining(false)}
          onDeclined={() => {
            void draft.discard()
            void go('/board')
          }}
        />
      )}
    </Stack>
  )
}

const asSent = (request: SentRequest): Asked => ({
  ...nothingAsked,
  treated: request.kind === 'appointment' ? null : treatedSaid([request.sent.message ?? null]),
})

/** What whoever sent it has answered already. */
const sentAnswers = (request: SentRequest): Answers =>
  request.kind === 'appointment' ? {} : Object.fromEntries(triageFacts.map((fact) => [fact, request.sent.facts[fact]]))

function Answered({ request: { id, state, patientId, declined } }: Readonly<{ request: SentRequest }>) {
  if (declined !== null) return <Reopen id={id} declined={declined} />
  const title = state === 'accepted' ? words.answered.accepted : words.answeredOther
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
