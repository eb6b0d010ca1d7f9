import { Anchor, Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { send } from '../../api/client.ts'
import { problemOf, valueIn } from '../../api/problem-error.ts'
import { Dialog } from '../../frame/dialog.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { dateWords } from '../../words/dates.ts'
import { requestPage } from '../requests/use-accept.ts'
import { WhyDeclined } from '../requests/why-declined.tsx'
import classes from './board.module.css'
import { words } from './words.ts'

/** Leads to what was turned down: nobody finds it otherwise, and one of them may have been the wrong row. */
export function Declined() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {words.declined}
      </Button>
      {open && (
        <Dialog onClose={() => setOpen(false)} title={words.declined}>
          <List />
        </Dialog>
      )}
    </>
  )
}

function List() {
  const query = useInfiniteQuery({
    queryKey: ['declined-requests'],
    queryFn: async ({ pageParam, signal }) =>
      valueIn(
        await send('GET', '/api/requests/declined', {
          ...(pageParam === null ? {} : { query: { before: pageParam } }),
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ before }) => before ?? undefined,
    // Somebody may have declined another since.
    staleTime: 0,
  })
  const refused = query.isError && (
    <ErrorPanel
      problem={problemOf(query.error)}
      onRetry={() => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
    />
  )
  if (query.data === undefined) return refused || <Opening />
  const declinedOnes = query.data.pages.flatMap(({ requests }) => requests)
  if (declinedOnes.length === 0) return <p>{words.noneDeclined}</p>
  return (
    <>
      <ul className={classes.requests}>
        {declinedOnes.map(({ id, kind, name, received, declined }) => (
          <li key={id}>
            <span className={classes.request}>
              <Anchor component={Link} to={requestPage(id)}>
                {name}
              </Anchor>
              <span className={classes.soft}>
                {words.requestKinds[kind]}, {words.received(dateWords(received))}
              </span>
              <WhyDeclined declined={declined} />
            </span>
          </li>
        ))}
      </ul>
      {refused}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.declinedBefore}
        </Button>
      )}
    </>
  )
}
