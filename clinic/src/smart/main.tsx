import '@mantine/core/styles.css'
import '@fontsource-variable/inter/wght.css'
import '../typeface.css'
import '../tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Frame } from './frame.tsx'
import { type Showing, visit } from './visit.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('smart/index.html has no element #root')

// The visit drives the page, and not the other way round: a code is good for one exchange, however often React draws.
const drawn = createRoot(root)
const show = (showing: Showing) =>
  drawn.render(
    <StrictMode>
      <Frame showing={showing} />
    </StrictMode>,
  )

// Whoever waits in front of a page that failed waits for ever, unless it says so.
addEventListener('unhandledrejection', () => show({ what: 'stopped', why: { stop: 'fault' } }))
void visit(window, show)
