import type { FastifyInstance } from 'fastify'
import type { BudgetFor } from './body-budget.ts'
import { bufferedBody, readStreamedBody } from './streamed-body.ts'
import { unsupportedMediaType } from './unsupported-media-type.ts'

/** A search that is sent and not written into an address, where it would be noted on its way. Nothing else takes forms. */
export function readFormBodies(app: FastifyInstance, budgetFor: BudgetFor): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', (request, stream, done) => {
    if (!request.routeOptions.url?.endsWith('/_search')) return done(unsupportedMediaType('form'))
    const read = bufferedBody((bytes) => [...new URLSearchParams(bytes.toString('utf8'))])
    readStreamedBody({ request, stream, budgetFor, done }, read)
  })
}
