import type { FastifyInstance } from 'fastify'
import type { BudgetFor } from './body-budget.ts'
import { bufferedBody, readStreamedBody } from './streamed-body.ts'
import { unsupportedMediaType } from './unsupported-media-type.ts'

/** One file as it was sent: its bytes, and what is said about it in a header, never in an address. */
export function readFileBodies(app: FastifyInstance, budgetFor: BudgetFor): void {
  app.addContentTypeParser('application/octet-stream', (request, stream, done) => {
    if (request.routeOptions.config.takesFile !== true) return done(unsupportedMediaType('file'))
    const about = readAbout(request.headers['x-facialis-about'])
    const file = bufferedBody((bytes) => ({ about, bytes }))
    readStreamedBody({ request, stream, budgetFor, done }, file)
  })
}

/** What stands in the header, or undefined: the shape of the route then says what is missing. */
function readAbout(header: string | string[] | undefined): unknown {
  try {
    return typeof header === 'string' ? JSON.parse(header) : undefined
  } catch {
    return undefined
  }
}
