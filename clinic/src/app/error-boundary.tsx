import { Anchor, Button, Code, Container, Group, Text } from '@mantine/core'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { problemOf } from '../api/problem-error.ts'
import { words } from '../frame/words.ts'
import { Notice } from '../pieces/notice.tsx'
import { NotFound } from './not-found.tsx'
import { NotLoaded } from './not-loaded.ts'

/** The last net: the frame itself failed. */
export function RouteFault() {
  const thrown = useRouteError()
  if (isRouteErrorResponse(thrown) && thrown.status === 404) return <NotFound />
  return (
    <Container size="sm" py="xl" component="main">
      <Fault thrown={thrown} />
    </Container>
  )
}

/** One screen failed: what stands around it stays, so that there is a way on. */
export const ScreenFault = () => <Fault thrown={useRouteError()} />

/** A bug is said to be one, and the ways out are real. A screen replaced by an update is loaded anew by a reload. */
const Fault = ({ thrown }: Readonly<{ thrown: unknown }>) => (
  <Notice
    tone="blocked"
    title={thrown instanceof NotLoaded ? words.error.notLoadedTitle : words.error.bugTitle}
    role="alert"
  >
    <Text mb="sm">{thrown instanceof NotLoaded ? words.error.notLoaded : words.error.bug}</Text>
    {!(thrown instanceof NotLoaded) && <Code block>{problemOf(thrown).sentence}</Code>}
    <Group mt="md">
      <Button onClick={() => window.location.reload()}>{words.error.reload}</Button>
      <Anchor href="/">{words.error.home}</Anchor>
    </Group>
  </Notice>
)
