import type { FastifyInstance } from 'fastify'

/** A search that is sent and not written into an address, where it would be noted on its way. Nothing else takes forms. */
export function readFormBodies(app: FastifyInstance): void {
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, text, done) => {
      if (request.routeOptions.url?.endsWith('/_search')) return done(null, { pairs: [...new URLSearchParams(text)] })
      done(Object.assign(new Error('no form is taken here'), { statusCode: 415 }))
    },
  )
}
