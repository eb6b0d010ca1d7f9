import type { Board } from '@facialis/wire'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { answerWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { requestPage, useAccept } from '../requests/use-accept.ts'
import classes from './board.module.css'
import { DeclineRequest } from './decline-request.tsx'
import { words } from './words.ts'

type Request = Board['requests'][number]

/** What came in by the front door and waits for somebody to pick it up. */
export function Requests({ requests }: Pick<Board, 'requests'>) {
  const { acceptIfNew, busy, problem } = useAccept()
  const [declining, setDeclining] = useState<Request | null>(null)
  if (requests.length === 0) return null

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
              <Button
                size="xs"
                variant="default"
                component={Link}
                to={requestPage(request.id)}
                aria-label={words.readOf(request.name)}
              >
                {words.read}
              </Button>
              <Button
                size="xs"
                loading={busy === request.id}
                onClick={() => void acceptIfNew(request.id)}
                aria-label={words.acceptOf(request.name)}
              >
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
