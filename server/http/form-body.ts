import type { FastifyInstance } from 'fastify'
import { bodyAsItComes, keptWhole } from './body-as-it-comes.ts'
import { notTaken } from './not-taken.ts'
import type { RoomFor } from './room-for-bodies.ts'

/** A search that is sent and not written into an address, where it would be noted on its way. Nothing else takes forms. */
export function readFormBodies(app: FastifyInstance, roomFor: RoomFor): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', (request, stream, done) => {
    if (!request.routeOptions.url?.endsWith('/_search')) return done(notTaken('form'))
    const read = keptWhole((bytes) => [...new URLSearchParams(bytes.toString('utf8'))])
    bodyAsItComes({ request, stream, roomFor, done }, read)
  })
}
