import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.FACIALIS_SERVER ?? 'http://localhost:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The page is served under `default-src 'self'; script-src 'self'`: no inline script, no data: address. Mantine puts
    // its variables and responsive rules into style elements, so style-src also needs 'unsafe-inline'. (A nonce covers
    // all of them but the scroll lock behind an open dialog.)
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // The server compares Origin with Host: the proxy must leave Host as the browser sent it.
    proxy: Object.fromEntries(
      ['/api', '/fhir', '/cds-services'].map((path) => [path, { target: server, changeOrigin: false }]),
    ),
  },
})
