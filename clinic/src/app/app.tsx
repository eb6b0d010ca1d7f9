import type { Me } from '@facialis/wire'
import { Notifications, notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { RouterProvider } from 'react-router'
import { watchActivity } from '../api/presence.ts'
import { makeQueryClient } from '../api/query-client.ts'
import { Appearance } from '../frame/appearance.tsx'
import { router } from './router.tsx'

type Memory = Readonly<{ of: string | undefined; queries: QueryClient }>

/** What one account is answered at this page. Whoever signs in there after them begins anew. */
const memoryOf = (me: Me | null, begin: (other: Memory) => void): Memory => ({
  of: me?.account?.id,
  queries: makeQueryClient(me, (other) => begin(memoryOf(other, begin))),
})

export function App() {
  // At once: no moment in which what was read, typed or told by one account stands on the page of another.
  const [memory, remember] = useState<Memory>(() =>
    memoryOf(null, (other) => {
      flushSync(() => remember(other))
      notifications.clean()
    }),
  )
  useEffect(() => watchActivity(window), [])
  return (
    <Appearance>
      <Notifications position="bottom-right" autoClose={6000} />
      <QueryClientProvider key={memory.of} client={memory.queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Appearance>
  )
}
