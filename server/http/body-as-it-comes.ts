import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { openBreath } from '../ground/breath.ts'
import { Unreadable } from './json-scan.ts'
import { keepIn } from './keep-parts.ts'
import type { RoomFor } from './room-for-bodies.ts'

/** What is done with a body while its bytes come in; either throws what is wrong with it. */
export type Reading<T> = Readonly<{ take: (bytes: Buffer) => void; end: () => T }>

const packed = { code: 'packed', sentence: 'Please send it as it is: nothing with a Content-Encoding is taken here.' }

type Coming = Readonly<{
  request: FastifyRequest
  stream: IncomingMessage
  roomFor: RoomFor
  done: (error: Error | null, read?: unknown) => void
}>

/** Reads a body as it comes, as long as there is room for it, and never more of it than the route takes. */
export function bodyAsItComes({ request, stream, roomFor, done }: Coming, whole: Reading<unknown>): void {
  if (!/^(identity)?$/i.test(request.headers['content-encoding'] ?? '')) {
    done(new Unreadable(415, { said: packed }))
    return
  }
  const length = Number(request.headers['content-length'])
  const { bodyLimit } = request.routeOptions
  if (length > bodyLimit) {
    done(new Unreadable(413))
    return
  }

  let reading = whole
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
      reading = { take: () => {}, end: () => undefined }
      room.letGo()
      return undefined
    }
  }
  const hear = (chunk: Buffer): void => {
    size += chunk.length
    if (fault === null) room.hold(chunk.length)
    if (size > bodyLimit) finish(new Unreadable(413))
    else if (room.isFull()) finish(new Unreadable(503, { seconds: 5 }))
    else trying(() => reading.take(chunk))
    const pause = breath()
    if (pause === undefined) return
    // What is there already would come in one go.
    stream.pause()
    void pause.then(() => stream.resume())
  }
  const end = (): void => {
    if (!Number.isNaN(length) && size !== length) fault ??= new Unreadable(400)
    const read = trying(reading.end)
    finish(fault, read)
  }
  const broken = (error: Error): void => finish(Object.assign(error, { statusCode: 400 }))
  const finish = (error: Error | null, read?: unknown): void => {
    stream.off('data', hear).off('end', end).off('error', broken)
    room.letGo()
    done(error, read)
  }
  stream.on('data', hear).on('end', end).on('error', broken).on('close', room.letGo)
}

/** Kept as it is, and made into something once it is whole. */
export function keptWhole<T>(read: (bytes: Buffer) => T): Reading<T> {
  const parts: Buffer[] = []
  return { take: keepIn(parts), end: () => read(Buffer.concat(parts)) }
}
