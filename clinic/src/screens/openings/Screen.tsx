import type { OpeningLine } from '@facialis/wire'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../api/problem-error.ts'
import { read, useMe } from '../../api/queries.ts'
import { emergencyKeys } from '../../emergency/use-emergency.ts'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Page } from '../../frame/page.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { OpeningLines } from './opening-lines.tsx'
import { ReviewForm } from './review-form.tsx'
import { words } from './words.ts'

/** What was opened in emergencies: each opening waits here until somebody has judged it. */
export function Screen() {
  const today = useMe().data?.today ?? ''
  const openings = useQuery({
    queryKey: emergencyKeys.openings,
    queryFn: ({ signal }) => read('/api/emergency/openings', signal),
    refetchInterval: 60_000,
    refetchOnWindowFocus: 'always',
  })
  // Where somebody is writing, the form stays under their hands, also once somebody else was quicker; it is there again when
  // they come back to what they wrote.
  const [writing, setWriting] = useState<ReadonlyMap<string, boolean>>(new Map())
  const tellBegun = (id: string) => (isBegun: boolean) => setWriting((now) => new Map(now).set(id, isBegun))
  const { waiting = [], reviewed = [], begun = [] } = openings.data ?? {}
  const isLate = ({ id }: OpeningLine): boolean => writing.get(id) ?? begun.includes(id)
  const late = reviewed.filter(isLate)
  const told = reviewed.filter((line) => !isLate(line))
  return (
    <Page title={words.title} lead={words.lead}>
      {openings.isPending && <Opening />}
      {openings.isError && <ErrorPanel problem={problemOf(openings.error)} onRetry={() => void openings.refetch()} />}
      {openings.data !== undefined && (
        <>
          <Panel title={words.waiting(waiting.length)}>
            {waiting.length === 0 && <Text role="status">{reviewed.length === 0 ? words.never : words.none}</Text>}
            {[...waiting, ...late].map((line) => (
              <OpeningLines key={line.id} line={line} today={today}>
                <ReviewForm line={line} onBegun={tellBegun(line.id)} />
              </OpeningLines>
            ))}
          </Panel>
          <Panel title={words.reviewed}>
            {reviewed.length === 0 && <Text c="dimmed">{words.noneReviewed}</Text>}
            {told.map((line) => (
              <OpeningLines key={line.id} line={line} today={today} />
            ))}
          </Panel>
        </>
      )}
    </Page>
  )
}
