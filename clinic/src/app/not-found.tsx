import { Anchor, Container } from '@mantine/core'
import { Link } from 'react-router'
import { Page } from '../frame/page.tsx'
import { words } from '../frame/words.ts'

export const NotFound = () => (
  <Container size="sm" py="xl" component="main">
    <Page title={words.notFound.title} lead={words.notFound.text}>
      <Anchor component={Link} to="/">
        {words.error.home}
      </Anchor>
    </Page>
  </Container>
)
