import { Container } from '@mantine/core'
import { Navigate } from 'react-router'
import { problemOf } from '../api/problem-error.ts'
import { useMe } from '../api/queries.ts'
import { startOf } from '../frame/destinations.ts'
import { ErrorPanel } from '../frame/error-panel.tsx'
import { Opening } from '../frame/opening.tsx'

/** The bare address: set-up on the first run, the board for staff, the front door for everybody else. */
export function Home() {
  const me = useMe()
  if (me.isPending) return <Opening />
  if (me.isError) {
    return (
      <Container size="sm" py="xl" component="main">
        <ErrorPanel problem={problemOf(me.error)} onRetry={() => void me.refetch()} />
      </Container>
    )
  }
  if (me.data.setupNeeded) return <Navigate replace to={`/set-up${window.location.hash}`} />
  return <Navigate replace to={me.data.account === null ? '/front-door' : startOf(me.data.account.roles)} />
}
