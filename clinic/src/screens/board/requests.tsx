import type { Board } from '@facialis/wire'
import { Panel } from '../../pieces/panel.tsx'
import { answerWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './board.module.css'
import { words } from './words.ts'

/** What came in by the front door and waits for somebody to pick it up. */
export function Requests({ requests }: Pick<Board, 'requests'>) {
  if (requests.length === 0) return null
  return (
    <Panel title={`${words.requests} (${requests.length})`}>
      <ul className={classes.requests}>
        {requests.map((request) => (
          <li key={request.id}>
            <strong>{request.name}</strong>
            <span>
              {words.requestKinds[request.kind]}, {words.received(dateWords(request.received))}
            </span>
            <span className={classes.soft}>{answerWords(request.state)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
