import { dirname, join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/** What starts a thread, how it names in the sources what the thread runs, and what that is called once it is built. */
const started = [
  {
    by: 'server/worker-pool/worker-pool.ts',
    inSources: `new URL(import.meta.resolve('@facialis/server/worker-pool/worker.ts'))`,
    runs: 'server/worker-pool/worker.ts',
    built: 'worker',
  },
  {
    by: 'record/sqlite/checkpointer.ts',
    inSources: `new URL('checkpoint-thread.ts', import.meta.url)`,
    runs: 'record/sqlite/checkpoint-thread.ts',
    built: 'checkpoint-thread',
  },
]
const house = dirname(import.meta.dirname)

/** What a thread runs is built along with what starts it: one would else be of today's sources and the other of an earlier day's. */
const threads: Plugin = {
  name: 'threads',
  enforce: 'pre',
  transform: {
    filter: { id: started.map(({ by }) => join(house, by)) },
    handler: (code, id) => {
      const thread = started.find(({ by }) => id === join(house, by))
      if (!thread || !code.includes(thread.inSources)) throw new Error(`${id} no longer starts what it did.`)
      return { code: code.replace(thread.inSources, `new URL('../${thread.built}.js', import.meta.url)`), map: null }
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
      input: {
        main: join(import.meta.dirname, 'main.ts'),
        ...Object.fromEntries(started.map(({ runs, built }) => [built, join(house, runs)])),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})
