import type { PatientView } from '@facialis/wire'
import { Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { addressOf } from '../../api/client.ts'
import { ProblemError, problemOf } from '../../api/problem-error.ts'
import { read } from '../../api/queries.ts'
import { emergencyKeys, forgetEmergency, type Open } from '../../emergency/use-emergency.ts'
import { words as common } from '../../emergency/words.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Page } from '../../frame/page.tsx'
import { factLabel, passagesOf } from '../../pathway.ts'
import { decidedOf } from '../../patient/decided.ts'
import { IdentityHeader } from '../../patient/identity-header.tsx'
import { RecordNotices } from '../../patient/record-notices.tsx'
import { RuleOutsOf } from '../../patient/rule-outs-of.tsx'
import { FileList } from '../../pieces/file-list.tsx'
import { GateLine } from '../../pieces/gate-line.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { Timeline } from '../../pieces/timeline.tsx'
import { recordedOn } from '../../recorded.ts'
import { Alerts } from '../patient/alerts.tsx'
import { Decisions } from '../patient/decisions.tsx'
import { RedFlags } from './red-flags.tsx'
import { words } from './words.ts'

/** The record that is open in an emergency. Everything of it can be read; nothing here leads to a form. */
export function OpenRecord({ open }: Readonly<{ open: Open }>) {
  const queries = useQueryClient()
  const chart = useQuery({
    queryKey: emergencyKeys.chart,
    queryFn: ({ signal }) => read('/api/emergency/chart', signal),
    gcTime: 0,
    retry: false,
  })
  const hasEnded = chart.error instanceof ProblemError && chart.error.problem.code === 'none-open'
  useEffect(() => {
    if (hasEnded) void forgetEmergency(queries)
  }, [hasEnded, queries])
  return (
    <Page title={words.record} lead={words.why(common.causes[open.cause], open.words)}>
      {chart.isPending && <Opening />}
      {chart.isError && <ErrorPanel problem={problemOf(chart.error)} onRetry={() => void chart.refetch()} />}
      {chart.data !== undefined && <Read view={chart.data} />}
    </Page>
  )
}

function Read({ view }: Readonly<{ view: PatientView }>) {
  const { advice, today, patient } = view
  const recorded = useMemo(() => recordedOn(view), [view])
  const gate = decidedOf(advice, 'botulinum')
  return (
    <Stack>
      <IdentityHeader patient={patient} today={today} />
      <RecordNotices kept={view.kept} />
      <RedFlags view={view} recorded={recorded} />
      <Alerts alerts={advice.alerts} today={today} />
      {gate !== null && (
        <GateLine title={words.gate} gate={gate} today={today} passagesOf={passagesOf} factLabel={factLabel} />
      )}
      <Panel title={words.ruleOuts}>
        <RuleOutsOf advice={advice} today={today} recorded={recorded} />
      </Panel>
      <Decisions advice={advice} today={today} />
      {view.attachments.length > 0 && (
        <Panel title={words.files}>
          <FileList
            files={view.attachments}
            addressOf={(file) => addressOf('/api/emergency/attachments/:file', { params: { file } })}
          />
        </Panel>
      )}
      <Panel title={words.timeline}>
        <Timeline items={view.timeline} />
      </Panel>
    </Stack>
  )
}
