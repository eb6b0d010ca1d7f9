import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { RouterProvider } from 'react-router'
import { notice } from '../api/presence.ts'
import { makeQueryClient } from '../api/query-client.ts'
import { Appearance } from '../frame/appearance.tsx'
import { router } from './router.tsx'

export function App() {
  const [queries] = useState(makeQueryClient)
  useEffect(() => notice(window), [])
  return (
    <Appearance>
      <Notifications position="bottom-right" autoClose={6000} />
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Appearance>
  )
}
