import type { FastifyInstance } from 'fastify'
import { bodyAsItComes, keptWhole } from './body-as-it-comes.ts'
import { notTaken } from './not-taken.ts'
import type { RoomFor } from './room-for-bodies.ts'

/** One file as it was sent: its bytes, and what is said about it in a header, never in an address. */
export function readFileBodies(app: FastifyInstance, roomFor: RoomFor): void {
  app.addContentTypeParser('application/octet-stream', (request, stream, done) => {
    if (request.routeOptions.config.takesFile !== true) return done(notTaken('file'))
    const about = readAbout(request.headers['x-facialis-about'])
    const file = keptWhole((bytes) => ({ about, bytes }))
    bodyAsItComes({ request, stream, roomFor, done }, file)
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
