import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem-error.ts'
import { keys } from './queries.ts'

/** Reads are repeated when the server did not answer, never when it refused. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
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
  return client
}
