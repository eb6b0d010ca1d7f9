import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { notFound, unauthenticated } from '../core/refusal.ts'
import { isFhirAddress } from './fhir-address.ts'
import { send } from './register-route.ts'

/** Serves the built screens. Any address that is no file and no interface opens the app, which finds its own way. */
export async function serveClinic(app: FastifyInstance, folder: string): Promise<void> {
  const hasFolder = existsSync(folder)
  if (hasFolder) {
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
  // The link on the console says it as people write it; the screen has the shorter name. Browsers keep what stands after #.
  app.get('/set-up', (_request, reply) => reply.redirect('/setup', 302))
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/'
    if (path === '/api' || path.startsWith('/api/') || isFhirAddress(path)) {
      return send(
        reply,
        request.cookies.facialis || request.cookies['__Host-facialis'] ? notFound() : unauthenticated(),
      )
    }
    // What is well known is asked for by programs, which would take a page for its answer.
    if (path.startsWith('/.well-known/')) return send(reply, notFound())
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && hasFolder && isFileOf(folder, path)) return reply.sendFile(path.slice(1))
    if (!isRead || (isNamedAsFile(path) && !wantsPage(request))) return send(reply, notFound())
    if (!isFileOf(folder, '/index.html')) return reply.code(503).type('text/html; charset=utf-8').send(notBuilt)
    return reply.header('Cache-Control', 'no-cache').sendFile('index.html')
  })
}

/** Names of letters and digits, as a build gives them: none that begins with a dot, so none leads out of the folder. */
const built = /^(?:\/\w[\w.-]*)+$/
/** Asked of the folder each time: another build may have taken the place of the one that was there at the start. */
const isFileOf = (folder: string, path: string): boolean =>
  built.test(path) && (statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() ?? false)

/** Files of an earlier build are asked for by name, and are not the app; an id such as `rule-out.tumour` is named like one. */
const isNamedAsFile = (path: string): boolean => /\.\w+$/.test(path)
/** Whoever opens an address in a browser asks for a page; what a page asks for itself never does. */
const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false

const notBuilt =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Facialis</title><h1>The screens are not built yet</h1><p>Run <code>npm start</code>, which builds them.</p></html>'
