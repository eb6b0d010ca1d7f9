import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { problemOf } from '../../api/problem-error.ts'
import { read } from '../../api/queries.ts'
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
  const query = useQuery({
    queryKey: ['declined-requests'],
    queryFn: ({ signal }) => read('/api/requests/declined', signal),
    // Somebody may have declined another since.
    staleTime: 0,
  })
  if (query.isError) return <ErrorPanel problem={problemOf(query.error)} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Opening />
  if (query.data.length === 0) return <p>{words.noneDeclined}</p>
  return (
    <ul className={classes.requests}>
      {query.data.map(({ id, kind, name, received, declined }) => (
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
  )
}
