import type { ReferralStatus } from '@facialis/wire'
import { Paper, Stack, Text, Title } from '@mantine/core'
import { ClinicPhone } from '../../frame/clinic-phone.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { dateWords } from '../../words/dates.ts'
import { StatusLine } from './status-line.tsx'
import { words } from './words.ts'

/** How far it is, what comes next, what to do meanwhile; or why it went no further. */
export function StatusPanel({ status }: Readonly<{ status: ReferralStatus }>) {
  const here = status.line.find(({ state }) => state === 'here')?.position ?? 'received'
  const booked = status.line.find(({ position, state }) => position === 'first-visit' && state === 'ahead')?.on ?? null
  const { next: usually, meanwhile } = words.told[here](status.reach)
  const next = booked === null ? usually : words.bookedNext(dateWords(booked))
  const by = status.nextBy === null ? null : dateWords(status.nextBy)
  return (
    <Paper withBorder p="lg" maw="38rem">
      <Stack>
        {status.ringToday && (
          <Notice tone="blocked" role="alert" title={words.ringTitle}>
            {words.ringText}
            <ClinicPhone label={words.number} />
          </Notice>
        )}
        {status.declined !== null ? (
          <Notice tone="notice" role="status" title={words.declinedTitle}>
            {words.declined[status.declined]}
            <ClinicPhone label={words.number} />
          </Notice>
        ) : (
          <>
            <Text size="lg" fw={650} role="status">
              {words.headline(words.positions[here])}. {next !== '' && words.next(next, booked === null ? by : null)}
            </Text>
            <StatusLine line={status.line} />
            <div>
              <Title order={2} size="h4">
                {words.meanwhileTitle}
              </Title>
              <Text>{meanwhile}</Text>
              {!status.ringToday && <ClinicPhone label={words.number} />}
            </div>
          </>
        )}
        <Text c="dimmed">
          {words.reference} {status.reference} · {words.positions.received} {dateWords(status.received)} ·{' '}
          {words.updated} {dateWords(status.updated)}
        </Text>
      </Stack>
    </Paper>
  )
}
