import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useMatch } from 'react-router'
import { read } from '../api/queries.ts'
import { Notice } from '../pieces/notice.tsx'
import { emergencyKeys } from './use-emergency.ts'
import { words } from './words.ts'

/** Told on every screen of whoever watches over privacy, at once, and for as long as something waits. */
export function OpeningsWaiting() {
  const waiting = useQuery({
    queryKey: emergencyKeys.waiting,
    queryFn: ({ signal }) => read('/api/emergency/waiting', signal),
    refetchInterval: 15_000,
  })
  const isThere = useMatch('/openings') !== null
  const count = waiting.data?.count ?? 0
  return count === 0 || isThere ? null : (
    <Notice tone="blocked" role="status" title={words.waiting(count)}>
      <Anchor component={Link} underline="always" to="/openings">
        {words.waitingLink}
      </Anchor>
    </Notice>
  )
}
