import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { theme, variables } from './theme.ts'

// The only thing this browser remembers is how it likes to look; nothing about a person is ever kept here.
const schemes = localStorageColorSchemeManager({ key: 'facialis.colour-scheme' })

/** Colours, type and components as every page has them. */
export const Appearance = ({ children }: Readonly<{ children: ReactNode }>) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={variables}
    colorSchemeManager={schemes}
    defaultColorScheme="auto"
  >
    {children}
  </MantineProvider>
)
