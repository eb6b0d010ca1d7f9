import type { BoardRow } from '@facialis/wire'
import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { answerWords, ownerWords, stageOrder } from '../../words/clinical.ts'
import classes from './board.module.css'
import { type Filters, matching, type Show, shows } from './filters.ts'
import { SearchField } from './search-field.tsx'
import { words } from './words.ts'

type FilterBarProps = Readonly<{
  rows: readonly BoardRow[]
  filters: Filters
  onChange: (filters: Filters) => void
}>

/** Search, stages with their counts, what to show, whose step. */
export function FilterBar({ rows, filters, onChange }: FilterBarProps) {
  const counted = matching(rows, { ...filters, stage: null })
  const owners = [...new Set(rows.flatMap((row) => row.next?.owner ?? []))].sort()
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <SearchField value={filters.search} onChange={(search) => onChange({ ...filters, search })} />
        <NativeSelect
          label={words.show}
          data={shows.map((show) => ({ value: show, label: words.shows[show] }))}
          value={filters.show}
          onChange={(event) => onChange({ ...filters, show: event.currentTarget.value as Show })}
        />
        <NativeSelect
          label={words.owner}
          data={[
            { value: '', label: words.anyOwner },
            ...owners.map((owner) => ({ value: owner, label: ownerWords(owner) })),
          ]}
          value={filters.owner ?? ''}
          onChange={(event) => onChange({ ...filters, owner: event.currentTarget.value || null })}
        />
        {(filters.search !== '' || filters.stage !== null || filters.show !== 'all' || filters.owner !== null) && (
          <Button variant="subtle" onClick={() => onChange({ search: '', stage: null, show: 'all', owner: null })}>
            {words.clear}
          </Button>
        )}
      </Group>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of filters, not of fields */}
      <div className={classes.stages} role="group" aria-label={words.stages}>
        {[null, ...stageOrder].map((stage) => {
          const count = counted.filter(
            (row) => stage === null || row.stage === stage || row.also.includes(stage),
          ).length
          return (
            <button
              key={stage ?? ''}
              type="button"
              className={classes.stage}
              aria-pressed={filters.stage === stage}
              data-empty={count === 0}
              onClick={() => onChange({ ...filters, stage })}
            >
              {stage === null ? words.everyone : answerWords(stage)} <b>{count}</b>
            </button>
          )
        })}
      </div>
    </Stack>
  )
}
