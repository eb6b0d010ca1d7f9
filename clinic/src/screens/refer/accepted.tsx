import type { ReferralAccepted } from '@facialis/wire'
import { Anchor, Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Page } from '../../frame/page.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { Panel } from '../../pieces/panel.tsx'
import classes from './refer.module.css'
import { words } from './words.ts'

/** Entered by the clinic, the answer also names the person. */
export type Accepted = ReferralAccepted & Readonly<{ patientId?: string }>
type AcceptedProps = Readonly<{ answer: Accepted; staff: boolean }>

/** After sending: the reference, and the link that is shown once. */
export function AcceptedPage({ answer, staff }: AcceptedProps) {
  const link = new URL(answer.statusLink, window.location.href).href
  return (
    <Page title={staff ? words.paperTitle : words.title}>
      <Stack maw="46rem">
        <Notice tone="permitted" role="status" title={words.sent}>
          <Text>{words.reference(answer.reference)}</Text>
        </Notice>
        <Panel title={words.linkTitle}>
          <Stack align="flex-start">
            <Text>{words.linkText}</Text>
            <code className={classes.link}>{link}</code>
            <CopyButton value={link}>
              {({ copied, copy }) => <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>}
            </CopyButton>
          </Stack>
        </Panel>
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
