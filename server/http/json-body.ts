import type { FastifyInstance } from 'fastify'
import { bodyAsItComes } from './body-as-it-comes.ts'
import { jsonComing } from './json-as-it-comes.ts'
import type { RoomFor } from './room-for-bodies.ts'

/** Reads JSON as it comes, and refuses what is nested absurdly deep, holds absurdly much, or would poison a prototype. */
export function readJsonBodies(app: FastifyInstance, roomFor: RoomFor): void {
  const parseSafely = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  const kinds = ['application/json', 'application/fhir+json', 'application/json-patch+json']
  app.addContentTypeParser(kinds, (request, stream, done) => {
    const parse = (text: string): unknown => {
      let read: unknown
      parseSafely(request, text, (error, value) => {
        if (error) throw error
        read = value
      })
      return read
    }
    bodyAsItComes({ request, stream, roomFor, done }, jsonComing(parse))
  })
}
