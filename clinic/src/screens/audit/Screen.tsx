import { type AuditOutcome, auditOutcomes, type NamedPerson } from '@facialis/wire'
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem-error.ts'
import { read, useMe, useZone } from '../../api/queries.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Page } from '../../frame/page.tsx'
import { CheckPanel } from './check-panel.tsx'
import { runsOf } from './runs.ts'
import { Trail } from './trail.tsx'
import { useTrail } from './use-trail.ts'
import { WhoseField } from './whose-field.tsx'
import { words } from './words.ts'

/** Who looked at what and who did what, for whoever watches over privacy. */
export function Screen() {
  const me = useMe()
  const zone = useZone()
  const [whose, setWhose] = useState<NamedPerson | null>(null)
  const [actorId, setActorId] = useState('')
  const [outcome, setOutcome] = useState<AuditOutcome | ''>('')
  const colleagues = useQuery({
    queryKey: ['audit', 'colleagues'],
    queryFn: ({ signal }) => read('/api/audit/colleagues', signal),
  })
  const trail = useTrail({
    ...(whose === null ? {} : { patientId: whose.id }),
    ...(actorId === '' ? {} : { actorId }),
    ...(outcome === '' ? {} : { outcomes: [outcome] }),
  })
  const refused = trail.isError ? problemOf(trail.error) : null
  // Whoever may not look is asked nothing.
  if (refused?.code === 'not-found' && trail.data === undefined)
    return (
      <Page title={words.title}>
        <ErrorPanel problem={refused} />
      </Page>
    )
  const lines = trail.data?.pages.flatMap((page) => page.lines) ?? []
  const people = [...(colleagues.data ?? [])].sort((a, b) => a.name.localeCompare(b.name))
  return (
    <Page title={words.title} lead={words.lead}>
      <CheckPanel today={me.data?.today ?? ''} />
      <Group align="flex-end" gap="md">
        <WhoseField chosen={whose} onChoose={setWhose} />
        <NativeSelect
          label={words.colleague}
          data={[
            { value: '', label: words.anybody },
            { value: 'front-door', label: words.frontDoor },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={actorId}
          onChange={(event) => setActorId(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.outcome}
          data={[
            { value: '', label: words.any },
            ...auditOutcomes.map((value) => ({ value, label: words.outcomes[value] })),
          ]}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value as AuditOutcome | '')}
        />
      </Group>
      {trail.isPending && <Opening />}
      {refused !== null && <ErrorPanel problem={refused} onRetry={() => void trail.refetch()} />}
      {trail.data !== undefined && (
        <Stack>
          {lines.length === 0 ? (
            <Text role="status">{words.nothing}</Text>
          ) : (
            <Trail runs={runsOf(lines, zone)} zone={zone} />
          )}
          {trail.hasNextPage ? (
            <div>
              <Button variant="default" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
                {words.older}
              </Button>
            </div>
          ) : (
            <Text c="dimmed">{words.beginning}</Text>
          )}
        </Stack>
      )}
    </Page>
  )
}
