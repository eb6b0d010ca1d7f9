import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openBreath } from '../breath.ts'
import { type JsonComing, jsonComing } from './json-as-it-comes.ts'
import { Unreadable } from './json-scan.ts'

const megabyte = 1024 * 1024
/**
 * How much of bodies that are coming in is held at once: of all of them, and of those of whoever need not sign in, who
 * could otherwise keep everybody out by sending slowly. One that is small is taken for longer: a form still comes through
 * while files come, and whoever is signed in still sends while strangers send as much as they may.
 */
const most = { all: 64 * megabyte, anyone: 40 * megabyte }
const mostWithSmall = { all: 128 * megabyte, anyone: 64 * megabyte }
const small = megabyte / 4

/** Reads JSON as it comes, and refuses what is nested absurdly deep, holds absurdly much, or would poison a prototype. */
export function readJsonBodies(app: FastifyInstance): void {
  const parseSafely = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  let [together, ofAnyone] = [0, 0]
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
    const { bodyLimit, config } = request.routeOptions
    const isAnyone = config.forAnyone === true
    if (length > bodyLimit) return done(new Unreadable(413))

    let coming: JsonComing = jsonComing(parse)
    let fault: Error | null = null
    let [size, held] = [0, 0]
    const hold = (many: number): void => {
      held += many
      together += many
      if (isAnyone) ofAnyone += many
    }
    const letGo = (): void => hold(-held)
    const breath = openBreath()
    const trying = (work: () => unknown): unknown => {
      try {
        return work()
      } catch (error) {
        fault = error as Error
        // What has come of it is let go. The rest is heard and not kept, so that whoever sends it hears why.
        coming = { take: () => {}, end: () => undefined }
        letGo()
        return undefined
      }
    }
    const hear = (chunk: Buffer): void => {
      size += chunk.length
      if (fault === null) hold(chunk.length)
      const { all, anyone } = held > small ? most : mostWithSmall
      if (size > bodyLimit) finish(new Unreadable(413))
      else if (together > all || (isAnyone && ofAnyone > anyone)) finish(new Unreadable(503, 5))
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
      letGo()
      done(error, read)
    }
    stream.on('data', hear).on('end', end).on('error', broken).on('close', letGo)
  })
}
