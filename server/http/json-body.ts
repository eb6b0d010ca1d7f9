import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openBreath } from '../breath.ts'
import { type JsonComing, jsonComing } from './json-as-it-comes.ts'
import { Unreadable } from './json-scan.ts'
import { roomForBodies } from './room-for-bodies.ts'

/** Reads JSON as it comes, and refuses what is nested absurdly deep, holds absurdly much, or would poison a prototype. */
export function readJsonBodies(app: FastifyInstance): void {
  const parseSafely = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  const roomFor = roomForBodies()
  const kinds = ['application/json', 'application/fhir+json', 'application/json-patch+json']
  app.addContentTypeParser(kinds, (request: FastifyRequest, stream, done) => {
    const parse = (text: string): unknown => {
      let read: unknown
      parseSafely(request, text, (error, value) => {
        if (error) throw error
        read = value
      })
      return read
    }
    const length = Number(request.headers['content-length'])
    const { bodyLimit } = request.routeOptions
    if (length > bodyLimit) return done(new Unreadable(413))

    let coming: JsonComing = jsonComing(parse)
    let fault: Error | null = null
    let size = 0
    const room = roomFor(request)
    const breath = openBreath()
    const trying = (work: () => unknown): unknown => {
      try {
        return work()
      } catch (error) {
        fault = error as Error
        // What has come of it is let go. The rest is heard and not kept, so that whoever sends it hears why.
        coming = { take: () => {}, end: () => undefined }
        room.letGo()
        return undefined
      }
    }
    const hear = (chunk: Buffer): void => {
      size += chunk.length
      if (fault === null) room.hold(chunk.length)
      if (size > bodyLimit) finish(new Unreadable(413))
      else if (room.isFull()) finish(new Unreadable(503, 5))
      else trying(() => coming.take(chunk))
      const pause = breath()
      if (pause === undefined) return
      // What is there already would come in one go.
      stream.pause()
      void pause.then(() => stream.resume())
    }
    const end = (): void => {
      if (!Number.isNaN(length) && size !== length) fault ??= new Unreadable(400)
      const read = trying(coming.end)
      finish(fault, read)
    }
    const broken = (error: Error): void => finish(Object.assign(error, { statusCode: 400 }))
    const finish = (error: Error | null, read?: unknown): void => {
      stream.off('data', hear).off('end', end).off('error', broken)
      room.letGo()
      done(error, read)
    }
    stream.on('data', hear).on('end', end).on('error', broken).on('close', room.letGo)
  })
}
