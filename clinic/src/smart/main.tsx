import '@mantine/core/styles.css'
import '@fontsource-variable/inter/wght.css'
import '../typeface.css'
import '../tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Frame } from './frame.tsx'
import { visit } from './visit.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('smart/index.html has no element #root')

// The visit drives the page, and not the other way round: a code is good for one exchange, however often React draws.
const drawn = createRoot(root)
void visit(window, (showing) =>
  drawn.render(
    <StrictMode>
      <Frame showing={showing} />
    </StrictMode>,
  ),
)
