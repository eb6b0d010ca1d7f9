import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const inSources = `import.meta.resolve('@facialis/server/beside/worker.ts')`

/** What a thread runs is built along with what starts it: one would else be of today's sources and the other of an earlier day's. */
const threads: Plugin = {
  name: 'threads',
  enforce: 'pre',
  transform: {
    filter: { id: /server\/beside\/beside\.ts$/ },
    handler: (code) => {
      if (!code.includes(inSources)) throw new Error(`beside.ts no longer starts what ${inSources} names.`)
      return { code: code.replace(inSources, `new URL('../worker.js', import.meta.url)`), map: null }
    },
  },
}

/** The server as it is started: what it and its packages are made of in a few files, for finding and reading each of them by itself takes longer than starting. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [threads],
  // Built for one machine, or never asked for.
  ssr: { noExternal: true, external: ['@node-rs/argon2', 'pg-native'] },
  build: {
    ssr: true,
    target: 'node26',
    sourcemap: true,
    rolldownOptions: {
      input: { main: join(import.meta.dirname, 'main.ts'), worker: join(import.meta.dirname, 'beside', 'worker.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})
