import { type BoardFilters, noFilters, type Role, rowsSent } from '@facialis/wire'
import { Button } from '@mantine/core'
import { FilePlusIcon } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Link, Navigate } from 'react-router'
import { problemOf } from '../../api/problem-error.ts'
import { useBoard, useMe } from '../../api/queries.ts'
import { mayOpen, startOf } from '../../frame/destinations.ts'
import { EmptyState } from '../../frame/empty-state.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Page } from '../../frame/page.tsx'
import { words as frame } from '../../frame/words.ts'
import classes from './board.module.css'
import { Declined } from './declined.tsx'
import { FilterBar } from './filter-bar.tsx'
import { isNarrowed, type Line, linesOf, matching } from './filters.ts'
import { Headline } from './headline.tsx'
import { PeopleGrid } from './people-grid.tsx'
import { Requests } from './requests.tsx'
import { SearchAgain } from './search-again.tsx'
import { useFilters } from './use-filters.ts'
import { words } from './words.ts'

/** Everyone by stage: who is blocked on what, what is due, what is late. */
export function Screen() {
  const roles = useMe().data?.account?.roles ?? noRoles
  return mayOpen(roles, '/board') ? (
    <Board mayEnter={mayOpen(roles, '/referrals/new')} mayAnswer={mayOpen(roles, '/requests')} />
  ) : (
    <Navigate replace to={startOf(roles)} />
  )
}

const noRoles: readonly Role[] = []

function Board({ mayEnter, mayAnswer }: Readonly<{ mayEnter: boolean; mayAnswer: boolean }>) {
  const [filters, setFilters] = useFilters()
  const search = useRef<HTMLInputElement>(null)
  const [most, setMost] = useState<number>(rowsSent.first)
  const board = useBoard({ ...filters, most })
  const lines = useMemo(() => linesNow(board, filters), [board, filters])
  const change = (next: BoardFilters) => {
    setMost(rowsSent.first)
    setFilters(next)
  }
  const shown = board.data?.rows.length ?? 0
  const more = () => {
    if (!board.isPlaceholderData && shown < (board.data?.matching ?? 0))
      setMost((now) => Math.min(now + rowsSent.first, rowsSent.most))
  }

  return (
    <Page
      title={words.title}
      lead={
        board.data && <Headline needing={board.data.needing} requests={mayAnswer ? board.data.requests.length : 0} />
      }
      actions={
        <>
          {mayEnter && (
            <Button
              component={Link}
              to="/referrals/new"
              variant="default"
              leftSection={<FilePlusIcon size={18} aria-hidden />}
            >
              {frame.nav.newReferral}
            </Button>
          )}
          {mayAnswer && <Declined />}
        </>
      }
    >
      {board.isPending && <Opening />}
      {board.isError && (
        <>
          <ErrorPanel problem={problemOf(board.error)} onRetry={() => void board.refetch()} />
          {/* A link may carry a filter that no board knows; without the bar of filters it could not be taken away. */}
          {isNarrowed(filters) && (
            <Button variant="default" onClick={() => change(noFilters)}>
              {words.clear}
            </Button>
          )}
        </>
      )}
      {board.data !== undefined && (
        <>
          <Requests requests={board.data.requests} now={board.data.now} />
          {board.data.working !== null && (
            <p className={classes.hint} role="status">
              {words.working(board.data.working.done, board.data.working.of)}
            </p>
          )}
          {board.data.everybody === 0 ? (
            board.data.working === null && <EmptyState title={words.empty} text={words.emptyText} />
          ) : (
            <>
              <FilterBar field={search} board={board.data} filters={filters} onChange={change} />
              {lines.length === 0 ? (
                <EmptyState
                  title={words.noMatch}
                  text={words.noMatchText}
                  action={
                    <Button variant="default" onClick={() => change(noFilters)}>
                      {words.clear}
                    </Button>
                  }
                />
              ) : (
                <PeopleGrid lines={lines} today={board.data.today} onEnd={more} />
              )}
              {!board.isPlaceholderData && shown < board.data.matching && (
                <p className={classes.hint}>{words.firstOf(shown, board.data.matching)}</p>
              )}
              <SearchAgain field={search} />
            </>
          )}
        </>
      )}
    </Page>
  )
}

/** Until the server has answered, those of the rows that are here that fulfil the filters. */
function linesNow({ data, isPlaceholderData }: ReturnType<typeof useBoard>, filters: BoardFilters): readonly Line[] {
  if (data === undefined) return []
  const rows = isPlaceholderData ? matching(data.rows, filters) : data.rows
  const standing = new Map(data.stages.map((one) => [one.stage, one.standing]))
  return linesOf(rows, (stage) => (isPlaceholderData ? 0 : (standing.get(stage) ?? 0)), filters)
}
