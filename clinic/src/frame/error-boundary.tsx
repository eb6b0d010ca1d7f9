import { Anchor, Button, Code, Container, Group, Text } from '@mantine/core'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { problemOf } from '../api/problem-error.ts'
import { Notice } from '../pieces/notice.tsx'
import { NotFound } from './not-found.tsx'
import { words } from './words.ts'

/** The last net: a screen threw. A bug is said to be one, and the way out is a real link. */
export function RouteFault() {
  const thrown = useRouteError()
  if (isRouteErrorResponse(thrown) && thrown.status === 404) return <NotFound />
  return (
    <Container size="sm" py="xl" component="main">
      <Notice tone="blocked" title={words.error.bugTitle} role="alert">
        <Text mb="sm">{words.error.bug}</Text>
        <Code block>{problemOf(thrown).sentence}</Code>
        <Group mt="md">
          <Button onClick={() => window.location.reload()}>{words.error.reload}</Button>
          <Anchor href="/">{words.error.home}</Anchor>
        </Group>
      </Notice>
    </Container>
  )
}
