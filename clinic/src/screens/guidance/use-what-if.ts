import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { send } from '../../api/client.ts'
import { problemOf, valueIn } from '../../api/problem-error.ts'
import type { Tried } from './tried-numbers.ts'

/** Milliseconds between an answer and the next question: ten a second read as one movement, and each is audited. */
const breath = 80
const askAgain = 300
/** Records go on changing while somebody thinks about a number; a board is as old at most. Every question is audited, so no oftener. */
const anew = 60_000

/**
 * Who would move with what is tried, while a slider moves. Asked one after the other, always for what stands there by then: slow
 * answers make fewer, never none. What stood there stays until the next is there.
 */
export function useWhatIf({ values, faults }: Tried) {
  const tried = JSON.stringify(Object.entries(values).sort())
  const [asked, setAsked] = useState(tried)
  const can = Object.keys(values).length > 0 && Object.keys(faults).length === 0
  const query = useQuery({
    queryKey: ['what-if', asked],
    queryFn: async ({ signal }) =>
      valueIn(
        await send('POST', '/api/policy/what-if', {
          body: { values: Object.fromEntries(JSON.parse(asked)) },
          signal,
        }),
      ),
    enabled: can && asked !== '[]',
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? askAgain : anew),
  })
  const newest = useRef(tried)
  useEffect(() => {
    newest.current = tried
  }, [tried])
  const isBehind = asked !== tried
  // Nothing of this waits for the hand to rest: what is typed or moved on meanwhile must not start the breath anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every question asked the next has its turn
  useEffect(() => {
    if (!isBehind || query.isFetching) return
    const timer = setTimeout(() => setAsked(newest.current), breath)
    return () => clearTimeout(timer)
  }, [isBehind, query.isFetching, asked])
  return {
    told: can ? (query.data ?? null) : null,
    /** The answer shown is still one to what was tried before. */
    isOlder: isBehind || query.isPlaceholderData || query.data?.state === 'reading',
    problem: query.error === null || !can ? null : problemOf(query.error),
  }
}
