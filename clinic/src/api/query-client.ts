import type { Me } from '@facialis/wire'
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem-error.ts'
import { keys } from './queries.ts'

/**
 * What the server answers one account, the first that is found signed in, however late: somebody else found after them has
 * to have another. Reads are repeated when the server did not answer, never when it refused.
 */
export function makeQueryClient(first: Me | null, onSomebodyElse: (me: Me) => void): QueryClient {
  let owner = first?.account?.id ?? null
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onSuccess: (answered, { queryKey }) => {
        if (queryKey[0] !== keys.me[0]) return
        const me = answered as Me
        owner ??= me.account?.id ?? null
        if (me.account !== null && me.account.id !== owner) onSomebodyElse(me)
      },
      // The session ended behind our back: ask again who we are, and the frame asks for a new sign-in.
      onError: (thrown) => {
        if (thrown instanceof ProblemError && thrown.status === 401)
          void client.invalidateQueries({ queryKey: keys.me })
      },
    }),
    defaultOptions: {
      // A browser that believes itself offline would hold every request back without a word: it is asked, and fails in words.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (count, thrown) =>
          count < 2 && !(thrown instanceof ProblemError && thrown.status >= 400 && thrown.status < 500),
      },
    },
  })
  if (first !== null) client.setQueryData(keys.me, first)
  return client
}
