import type { FastifyInstance } from 'fastify'

/** One file as it was sent: its bytes, and what is said about it in a header, never in an address. */
export function readFileBodies(app: FastifyInstance): void {
  app.addContentTypeParser<Buffer>('application/octet-stream', { parseAs: 'buffer' }, (request, bytes, done) => {
    done(null, { about: readAbout(request.headers['x-facialis-about']), bytes })
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
