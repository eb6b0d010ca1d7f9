import { type Board, type BoardFilters, noFilters, type Show, shows } from '@facialis/wire'
import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import type { RefObject } from 'react'
import { answerWords, ownerWords } from '../../words/clinical.ts'
import classes from './board.module.css'
import { isNarrowed } from './filters.ts'
import { SearchField } from './search-field.tsx'
import { words } from './words.ts'

type FilterBarProps = Readonly<{
  /** The search. */
  field: RefObject<HTMLInputElement | null>
  board: Pick<Board, 'stages' | 'atAnyStage' | 'owners'>
  filters: BoardFilters
  onChange: (filters: BoardFilters) => void
}>

/** Search, stages with their counts, what to show, whose step. */
export function FilterBar({ board: { stages, atAnyStage, owners }, field, filters, onChange }: FilterBarProps) {
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <SearchField field={field} value={filters.search} onChange={(search) => onChange({ ...filters, search })} />
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
        {isNarrowed(filters) && (
          <Button variant="subtle" onClick={() => onChange(noFilters)}>
            {words.clear}
          </Button>
        )}
      </Group>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of filters, not of fields */}
      <div className={classes.stages} role="group" aria-label={words.stages}>
        {[{ stage: null, counted: atAnyStage }, ...stages].map(({ stage, counted }) => (
          <button
            key={stage ?? ''}
            type="button"
            className={classes.stage}
            aria-pressed={filters.stage === stage}
            data-empty={counted === 0}
            onClick={() => onChange({ ...filters, stage })}
          >
            {stage === null ? words.everyone : answerWords(stage)} <b>{counted}</b>
          </button>
        ))}
      </div>
    </Stack>
  )
}
