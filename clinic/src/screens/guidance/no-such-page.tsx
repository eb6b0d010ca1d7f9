import { Link } from 'react-router'
import { EmptyState } from '../../frame/empty-state.tsx'
import { Page } from '../../frame/page.tsx'
import { words } from './words.ts'

/** An address that this version of the book does not have. */
export const NoSuchPage = () => (
  <Page title={words.title}>
    <EmptyState
      title={words.notFound}
      text={words.notFoundText}
      action={<Link to="/guidance">{words.contents}</Link>}
    />
  </Page>
)
