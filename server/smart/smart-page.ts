import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SmartIssuer } from '@facialis/wire'
import type { FastifyInstance } from 'fastify'
import { securityHeaders } from '../http/security-headers.ts'

/** Where others open us, and where their sign-in sends people back to. */
const smartPaths = ['/smart/launch', '/smart/'] as const

/**
 * Serves the page that looks at a record of another system. It alone may speak with others, and stand inside a page of
 * others: of the registered ones, and of nobody else.
 */
export function serveSmart(
  app: FastifyInstance,
  { issuers, https, folder }: Readonly<{ issuers: readonly SmartIssuer[]; https: boolean; folder: string }>,
): void {
  const helmet = securityHeaders(https, {
    spokenWith: issuers.flatMap(spokenWith),
    framedBy: issuers.flatMap(({ framedBy }) => framedBy),
  })
  app.get('/smart', (_request, reply) => reply.redirect('/smart/', 302))
  const page = join(folder, 'smart', 'index.html')
  if (!existsSync(page)) return
  for (const path of smartPaths)
    app.get(path, { helmet }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(await readFile(page)),
    )
}

/** What the browser may be sent to for one of them: its own origin, and the one address of its tokens elsewhere. */
const spokenWith = ({ iss, tokenEndpoint }: SmartIssuer): readonly string[] => [
  new URL(iss).origin,
  ...(tokenEndpoint === null ? [] : [tokenEndpoint]),
]
