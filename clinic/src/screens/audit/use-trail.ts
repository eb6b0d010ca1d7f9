import type { AuditQuestion } from '@facialis/wire'
import { useInfiniteQuery } from '@tanstack/react-query'
import { send } from '../../api/client.ts'
import { valueIn } from '../../api/problem-error.ts'

/** The trail from its newest event back, a page at a time. */
export const useTrail = (asked: Omit<AuditQuestion, 'before'>) =>
  useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: async ({ pageParam, signal }) => {
      const body = { ...asked, ...(pageParam === null ? {} : { before: pageParam }) }
      return valueIn(await send('POST', '/api/audit/entries', { body, signal }))
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before ?? undefined,
  })
