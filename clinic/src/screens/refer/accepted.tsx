import type { ReferralAccepted } from '@facialis/wire'
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { words as frame } from '../../frame/words.ts'
import { Notice } from '../../pieces/notice.tsx'
import { StatusLinkPanel } from '../../pieces/status-link-panel.tsx'
import { RingToday } from './ring-today.tsx'
import { words } from './words.ts'

/** Entered by the clinic, the answer also names the person. */
export type Accepted = ReferralAccepted & Readonly<{ patientId?: string }>
type AcceptedProps = Readonly<{
  answer: Accepted
  staff: boolean
  /** A red flag was told. */
  call: boolean
  /** Below the link: how long the page stays. */
  after?: ReactNode
}>

/** After sending: the reference, and the link that is shown once. */
export function AcceptedPage({ answer, staff, call, after }: AcceptedProps) {
  return (
    <Page title={staff ? frame.nav.newReferral : words.title}>
      <Stack maw="46rem">
        {call && !staff && <RingToday title={words.sentUrgentTitle} />}
        <Notice tone="permitted" role="status" title={words.sent}>
          <Text>{words.reference(answer.reference)}</Text>
        </Notice>
        <StatusLinkPanel address={answer.statusLink} />
        {after}
        {staff && (
          <Group>
            {answer.patientId !== undefined && (
              <Button component={Link} to={`/patients/${encodeURIComponent(answer.patientId)}`}>
                {words.openPatient}
              </Button>
            )}
            <Anchor component={Link} to="/board">
              {words.board}
            </Anchor>
          </Group>
        )}
      </Stack>
    </Page>
  )
}
