import type { Board, Problem } from '@facialis/wire'
import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { send } from '../../api/client.ts'
import { keys } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { answerWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './board.module.css'
import { DeclineRequest } from './decline-request.tsx'
import { words } from './words.ts'

type Request = Board['requests'][number]

/** What came in by the front door and waits for somebody to pick it up. */
export function Requests({ requests }: Pick<Board, 'requests'>) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [declining, setDeclining] = useState<Request | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (requests.length === 0) return null

  const accept = async ({ id }: Request) => {
    const outcome = await send<Readonly<{ patientId: string }>>(
      'POST',
      `/api/requests/${encodeURIComponent(id)}/accept`,
      { body: {} },
    )
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok) return
    await queries.invalidateQueries({ queryKey: keys.board })
    await navigate(`/patients/${encodeURIComponent(outcome.value.patientId)}`)
  }
  return (
    <Panel title={`${words.requests} (${requests.length})`}>
      {problem !== null && <ErrorPanel problem={problem} />}
      <ul className={classes.requests}>
        {requests.map((request) => (
          <li key={request.id}>
            <span className={classes.request}>
              <strong>{request.name}</strong>
              <span className={classes.soft}>
                {words.requestKinds[request.kind]}, {words.received(dateWords(request.received))},{' '}
                {answerWords(request.state).toLowerCase()}
              </span>
            </span>
            <Group gap="xs">
              <Button size="xs" onClick={() => void accept(request)} aria-label={words.acceptOf(request.name)}>
                {words.accept}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() => setDeclining(request)}
                aria-label={words.declineOf(request.name)}
              >
                {words.decline}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {declining !== null && <DeclineRequest request={declining} onClose={() => setDeclining(null)} />}
    </Panel>
  )
}
