import '@mantine/core/styles.css'
import '@fontsource-variable/inter/wght.css'
import '../typeface.css'
import '../tokens.css'
import '../forced-colors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Frame } from './frame.tsx'
import { type PageState, runApp } from './run-app.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('smart/index.html has no element #root')

// The app drives the page, and not the other way round: a code is good for one exchange, however often React draws.
const drawn = createRoot(root, {
  // What cannot be drawn leaves nothing behind, and an empty page says nothing.
  onUncaughtError: (error) => {
    setTimeout(stopped)
    reportError(error)
  },
})
const show = (state: PageState) =>
  drawn.render(
    <StrictMode>
      <Frame state={state} />
    </StrictMode>,
  )

// Whoever waits in front of a page that failed waits for ever, unless it says so.
const stopped = () => show({ what: 'stopped', why: { stop: 'fault' } })
addEventListener('unhandledrejection', stopped)
void runApp(window, show)
