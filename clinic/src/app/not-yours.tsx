import type { Role } from '@facialis/wire'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { startOf } from '../frame/destinations.ts'
import { EmptyState } from '../frame/empty-state.tsx'
import { Page } from '../frame/page.tsx'
import { words } from '../frame/words.ts'
import { roleWords } from '../words/clinical.ts'

type NotYoursProps = Readonly<{ page: Readonly<{ label: string; whose: readonly Role[] }>; roles: readonly Role[] }>

/** In place of a page that would refuse every press: whose it is, and a way on. */
export const NotYours = ({ page, roles }: NotYoursProps) => (
  <Page title={page.label}>
    <EmptyState
      title={words.notYours.title}
      text={
        page.whose.length === 0
          ? words.notYours.emergency
          : words.notYours.text(page.whose.map((role) => roleWords[role].toLowerCase()).join(', '))
      }
      action={
        <Button component={Link} to={startOf(roles)} variant="default">
          {words.notYours.start}
        </Button>
      }
    />
  </Page>
)
