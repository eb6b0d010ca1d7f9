import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { addressOf } from '../../api/client.ts'
import { problemOf } from '../../api/problem-error.ts'
import { read } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Page } from '../../frame/page.tsx'
import { words as frame } from '../../frame/words.ts'
import { FileList } from '../../pieces/file-list.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import columns from '../../pieces/two-columns.module.css'
import { needsACall } from '../../triage/questions.ts'
import { dateWords } from '../../words/dates.ts'
import { AnswerRequest } from './answer-request.tsx'
import { Lines } from './lines.tsx'
import { NoTelephone } from './no-telephone.tsx'
import classes from './requests.module.css'
import { askedLines, findingLines, personLines } from './sent.ts'
import { words } from './words.ts'

/** What was sent with a request, read before somebody answers it. */
export function Screen() {
  const { id = '' } = useParams()
  const query = useQuery({
    queryKey: ['request', id],
    queryFn: ({ signal }) => read('/api/requests/:id', signal, { params: { id } }),
    // Somebody else may have answered it since.
    staleTime: 0,
  })
  const back = (
    <Anchor component={Link} to="/board">
      {words.board}
    </Anchor>
  )
  if (query.data === undefined)
    return (
      <Page title={frame.nav.requests} actions={back}>
        {query.isError ? (
          <ErrorPanel problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
        ) : (
          <Opening />
        )}
      </Page>
    )
  const request = query.data
  const call = request.kind === 'referral' && needsACall(request.sent.facts)
  const findings = request.kind === 'referral' ? findingLines(request.sent.facts) : []
  return (
    <Page
      title={words.title[request.kind]}
      lead={words.lead(request.reference, dateWords(request.received))}
      actions={back}
    >
      {findings.some(({ alarm }) => alarm) && (
        <Notice tone="blocked" title={call ? words.callTitle : words.alarmTitle} role="alert">
          {call ? words.callText : words.alarmText}
        </Notice>
      )}
      {request.state === 'requested' && <NoTelephone request={request} />}
      <div className={columns.columns} data-even>
        <div className={columns.column}>
          <Panel title={words.person}>
            <Lines lines={personLines(request)} />
          </Panel>
          <Panel title={words[request.kind]}>
            <Lines lines={askedLines(request)} />
          </Panel>
          {request.kind === 'referral' && (
            <Panel title={words.findings}>
              {findings.length === 0 ? (
                <span className={classes.soft}>{words.noFindings}</span>
              ) : (
                <Lines lines={findings} />
              )}
            </Panel>
          )}
          {request.attachments.length > 0 && (
            <Panel title={words.files}>
              <FileList
                files={request.attachments}
                addressOf={(file) =>
                  addressOf('/api/requests/:id/attachments/:file', { params: { id: request.id, file } })
                }
              />
            </Panel>
          )}
        </div>
        <div className={columns.column}>
          <AnswerRequest key={request.id} request={request} />
        </div>
      </div>
    </Page>
  )
}
