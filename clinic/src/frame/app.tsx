import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { RouterProvider } from 'react-router'
import { notice } from '../api/presence.ts'
import { makeQueryClient } from '../api/query-client.ts'
import { theme, variables } from '../theme.ts'
import { router } from './router.tsx'

// The only thing this browser remembers is how it likes to look; nothing about a person is ever kept here.
const schemes = localStorageColorSchemeManager({ key: 'facialis.colour-scheme' })

export function App() {
  const [queries] = useState(makeQueryClient)
  useEffect(() => notice(window), [])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      <Notifications position="bottom-right" autoClose={6000} />
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
