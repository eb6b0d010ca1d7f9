import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { nothingHere, signInFirst } from '../ground/problem.ts'
import { isFhirAddress } from './fhir-address.ts'
import { send } from './register.ts'

/** Serves the built screens. Any address that is no file and no interface opens the app, which finds its own way. */
export async function serveClinic(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      // File names under assets carry a hash of their content.
      setHeaders: (reply, path) => {
        reply.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
      // A route for each file is most of what a start spends on routes; see below.
      serve: false,
      dotfiles: 'ignore',
    })
  }
  const files = built ? filesIn(folder) : new Set<string>()
  // The link on the console says it as people write it; the screen has the shorter name. Browsers keep what stands after #.
  app.get('/set-up', (_request, reply) => reply.redirect('/setup', 302))
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/'
    if (path === '/api' || path.startsWith('/api/') || isFhirAddress(path)) {
      return send(reply, request.cookies.facialis || request.cookies['__Host-facialis'] ? nothingHere() : signInFirst())
    }
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && files.has(path)) return reply.sendFile(path.slice(1))
    if (!isRead || (isNamedAsFile(path) && !wantsPage(request))) return send(reply, nothingHere())
    if (!built) return reply.code(503).type('text/html; charset=utf-8').send(notBuilt)
    return reply.header('Cache-Control', 'no-cache').sendFile('index.html')
  })
}

/** What may be asked for by its address, as it was built. */
const filesIn = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && !one.name.startsWith('.'))
      .map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).split(sep).join('/')}`),
  )

/** Files of an earlier build are asked for by name, and are not the app; an id such as `rule-out.tumour` is named like one. */
const isNamedAsFile = (path: string): boolean => /\.\w+$/.test(path)
/** Whoever opens an address in a browser asks for a page; what a page asks for itself never does. */
const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false

const notBuilt =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Facialis</title><h1>The screens are not built yet</h1><p>Run <code>npm start</code>, which builds them.</p></html>'
