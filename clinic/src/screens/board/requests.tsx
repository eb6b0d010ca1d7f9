import type { Board } from '@facialis/wire'
import { Button, Group } from '@mantine/core'
import { TriangleAlertIcon } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useZone } from '../../api/queries.ts'
import { Panel } from '../../pieces/panel.tsx'
import { words as triageWords } from '../../triage/words.ts'
import { agoWords } from '../../words/dates.ts'
import { DeclineRequest } from '../requests/decline-request.tsx'
import { declineWords } from '../requests/decline-words.ts'
import { requestPage, useAccept } from '../requests/use-accept.ts'
import classes from './board.module.css'
import { words } from './words.ts'

type Request = Board['requests'][number]
const mostShown = 3

/** What came in by the front door and waits for somebody to pick it up. Who has to be rung today stands first. */
export function Requests({ requests, now }: Pick<Board, 'requests' | 'now'>) {
  const zone = useZone()
  const { acceptIfNew, busy, refused } = useAccept()
  const [declining, setDeclining] = useState<Request | null>(null)
  const [all, setAll] = useState(false)
  if (requests.length === 0) return null
  // Nobody who has to be rung is folded away.
  const shown = all ? requests : requests.filter(({ call }, at) => call || at < mostShown)
  const folded = requests.length - shown.length

  return (
    <Panel title={`${words.requests} (${requests.length})`}>
      <ul className={classes.requests}>
        {shown.map((request) => (
          <li key={request.id} data-call={request.call || undefined}>
            <span className={classes.request}>
              <strong>{request.name}</strong>
              {request.call && (
                <span className={classes.flag}>
                  <TriangleAlertIcon size={14} aria-hidden />
                  {words.redFlag(request.redFlags.map((id) => triageWords.short[id] ?? id).join(', '))}
                </span>
              )}
              <span className={classes.soft} data-refused={refused?.id === request.id}>
                {words.requestKinds[request.kind]}, {words.received(agoWords(request.arrived, { now, zone }))}
              </span>
              {refused?.id === request.id && <Refused sentence={refused.problem.sentence} at="line" />}
            </span>
            <Group gap="xs">
              <Button
                size="xs"
                variant={request.call ? 'filled' : 'default'}
                color={request.call ? 'brick' : undefined}
                component={Link}
                to={requestPage(request.id)}
                aria-label={(request.call ? words.readFirstOf : words.readOf)(request.name)}
              >
                {request.call ? words.readFirst : words.read}
              </Button>
              {!request.call && (
                <>
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
                    aria-label={declineWords.declineOf(request.name)}
                  >
                    {declineWords.decline}
                  </Button>
                </>
              )}
            </Group>
            {refused?.id === request.id && <Refused sentence={refused.problem.sentence} at="below" />}
          </li>
        ))}
      </ul>
      {(folded > 0 || all) && requests.length > mostShown && (
        <Button variant="subtle" size="xs" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewer : words.more(folded)}
        </Button>
      )}
      {declining !== null && <DeclineRequest request={declining} onClose={() => setDeclining(null)} />}
    </Panel>
  )
}

/**
 * Why one was not accepted, in its own row: in place of a line that stood there or, on a phone, under the buttons, so
 * that no button moves and a second press never meets somebody else.
 */
const Refused = ({ sentence, at }: Readonly<{ sentence: string; at: 'line' | 'below' }>) => (
  <span className={classes.refused} data-at={at} role="alert">
    {words.notAccepted} {sentence}
  </span>
)
