import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { send } from '../../api/client.ts'
import { problemOf, valueIn } from '../../api/problem-error.ts'
import type { Tried } from './tried-numbers.ts'

const pause = 200
const askAgain = 300

/**
 * Who would move with what is typed. Asked a moment after the last key, and by what is asked: an answer that comes late is an
 * answer to another question. What stood there stays until the next is there.
 */
export function useWhatIf({ values, faults }: Tried) {
  const asked = JSON.stringify(Object.entries(values).sort())
  const [settled] = useDebouncedValue(asked, pause)
  const can = Object.keys(values).length > 0 && Object.keys(faults).length === 0
  const query = useQuery({
    queryKey: ['what-if', settled],
    queryFn: async ({ signal }) =>
      valueIn(
        await send('POST', '/api/policy/what-if', {
          body: { values: Object.fromEntries(JSON.parse(settled)) },
          signal,
        }),
      ),
    enabled: can && settled !== '[]',
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? askAgain : false),
  })
  return {
    told: can ? (query.data ?? null) : null,
    /** The answer shown is still one to what was typed before. */
    isOlder: settled !== asked || query.isPlaceholderData || query.data?.state === 'reading',
    problem: query.error === null || !can ? null : problemOf(query.error),
  }
}
