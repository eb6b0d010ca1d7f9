import { Anchor, Container } from '@mantine/core'
import { Link } from 'react-router'
import { EmptyState } from './empty-state.tsx'
import { words } from './words.ts'

export const NotFound = () => (
  <Container size="sm" py="xl" component="main">
    <EmptyState
      title={words.notFound.title}
      text={words.notFound.text}
      action={
        <Anchor component={Link} to="/">
          {words.error.home}
        </Anchor>
      }
    />
  </Container>
)
