import '@mantine/core/styles.css'
import { MantineProvider, Text, Title } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')

createRoot(root).render(
  <StrictMode>
    <MantineProvider defaultColorScheme="auto">
      <Title>Facialis</Title>
      <Text>From first referral to lasting relief.</Text>
    </MantineProvider>
  </StrictMode>,
)
