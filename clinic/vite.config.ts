import { join } from 'node:path'
import { planOf } from '@facialis/engine'
import { moduleOf } from '@facialis/engine/codegen/module.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.FACIALIS_SERVER ?? 'http://localhost:3000'

/** Writes the pathway's decisions as a module, in place of the file that says there is none. */
const writtenAnswers: Plugin = {
  name: 'written-answers',
  load: (id) =>
    id === join(import.meta.dirname, 'src', 'written-answers.ts')
      ? { code: moduleOf(planOf(hemifacialSpasm), '@facialis/engine/plan/kernel.ts'), moduleType: 'js' }
      : null,
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [writtenAnswers, react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The page is served under `default-src 'self'; script-src 'self'`: no inline script, no data: address. Mantine puts
    // its variables and responsive rules into style elements, so style-src also needs 'unsafe-inline'. (A nonce covers
    // all of them but the scroll lock behind an open dialog.)
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page that systems of others open is one of its own: neither carries the other's screens.
    rolldownOptions: {
      input: [join(import.meta.dirname, 'index.html'), join(import.meta.dirname, 'smart', 'index.html')],
    },
  },
  server: {
    // The server compares Origin with Host: the proxy must leave Host as the browser sent it.
    proxy: Object.fromEntries(
      ['/api', '/fhir', '/cds-services'].map((path) => [path, { target: server, changeOrigin: false }]),
    ),
  },
})
