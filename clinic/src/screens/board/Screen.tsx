import type { Role } from '@facialis/wire'
import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, Navigate } from 'react-router'
import { problemOf } from '../../api/problem-error.ts'
import { useBoard, useMe } from '../../api/queries.ts'
import { mayOpen, startOf } from '../../frame/destinations.ts'
import { EmptyState } from '../../frame/empty-state.tsx'
import { ErrorPanel } from '../../frame/error-panel.tsx'
import { Opening } from '../../frame/opening.tsx'
import { Page } from '../../frame/page.tsx'
import { FilterBar } from './filter-bar.tsx'
import { linesOf, matching, noFilters } from './filters.ts'
import { Headline } from './headline.tsx'
import { PeopleGrid } from './people-grid.tsx'
import { Requests } from './requests.tsx'
import { useFilters } from './use-filters.ts'
import { words } from './words.ts'

/** Everyone by stage: who is blocked on what, what is due, what is late. */
export function Screen() {
  const roles = useMe().data?.account?.roles ?? noRoles
  return mayOpen(roles, '/board') ? <Board /> : <Navigate replace to={startOf(roles)} />
}

const noRoles: readonly Role[] = []

function Board() {
  const board = useBoard()
  const [filters, setFilters] = useFilters()
  const rows = board.data?.rows ?? none
  const lines = useMemo(() => linesOf(matching(rows, filters)), [rows, filters])

  return (
    <Page
      title={words.title}
      lead={board.data && <Headline board={board.data} />}
      actions={
        <Button
          component={Link}
          to="/referrals/new"
          variant="default"
          leftSection={<IconFilePlus size={18} aria-hidden />}
        >
          {words.newReferral}
        </Button>
      }
    >
      {board.isPending && <Opening />}
      {board.isError && <ErrorPanel problem={problemOf(board.error)} onRetry={() => void board.refetch()} />}
      {board.data !== undefined && (
        <>
          <Requests requests={board.data.requests} now={board.data.now} />
          {rows.length === 0 ? (
            <EmptyState title={words.empty} text={words.emptyText} />
          ) : (
            <>
              <FilterBar rows={rows} filters={filters} onChange={setFilters} />
              {lines.length === 0 ? (
                <EmptyState
                  title={words.noMatch}
                  text={words.noMatchText}
                  action={
                    <Button variant="default" onClick={() => setFilters(noFilters)}>
                      {words.clear}
                    </Button>
                  }
                />
              ) : (
                <PeopleGrid lines={lines} today={board.data.today} />
              )}
            </>
          )}
        </>
      )}
    </Page>
  )
}

const none = [] as const
