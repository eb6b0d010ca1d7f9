import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { openPeriodicYield } from '../core/periodic-yield.ts'
import type { BudgetFor } from './body-budget.ts'
import { appendingTo } from './chunk-buffer.ts'
import { UnreadableBody } from './json-scan.ts'

/** Consumes a request body chunk by chunk. Both functions throw what is wrong with it. */
export type BodyReader<T> = Readonly<{ take: (bytes: Buffer) => void; end: () => T }>

const packed = { code: 'packed', sentence: 'Please send it unencoded: a Content-Encoding is not accepted here.' }

type StreamedBody = Readonly<{
  request: FastifyRequest
  stream: IncomingMessage
  budgetFor: BudgetFor
  done: (error: Error | null, read?: unknown) => void
}>

/** Streams a request body into a reader, within the memory budget and the route's `bodyLimit`. */
export function readStreamedBody({ request, stream, budgetFor, done }: StreamedBody, whole: BodyReader<unknown>): void {
  if (!/^(identity)?$/i.test(request.headers['content-encoding'] ?? '')) {
    done(new UnreadableBody(415, { said: packed }))
    return
  }
  const length = Number(request.headers['content-length'])
  const { bodyLimit } = request.routeOptions
  if (length > bodyLimit) {
    done(new UnreadableBody(413))
    return
  }

  let reading = whole
  let fault: Error | null = null
  let size = 0
  const budget = budgetFor(request)
  const yieldNow = openPeriodicYield()
  const trying = (work: () => unknown): unknown => {
    try {
      return work()
    } catch (error) {
      fault = error as Error
      // What has come of it is let go. The rest is heard and not kept, so that whoever sends it hears why.
      reading = { take: () => {}, end: () => undefined }
      budget.release()
      return undefined
    }
  }
  const onData = (chunk: Buffer): void => {
    size += chunk.length
    if (fault === null) budget.hold(chunk.length)
    if (size > bodyLimit) finish(new UnreadableBody(413))
    else if (budget.isFull()) finish(new UnreadableBody(503, { seconds: 5 }))
    else trying(() => reading.take(chunk))
    const pause = yieldNow()
    if (pause === undefined) return
    // What is there already would come in one go.
    stream.pause()
    void pause.then(() => stream.resume())
  }
  const onEnd = (): void => {
    if (!Number.isNaN(length) && size !== length) fault ??= new UnreadableBody(400)
    const read = trying(reading.end)
    finish(fault, read)
  }
  const onError = (error: Error): void => finish(Object.assign(error, { statusCode: 400 }))
  const finish = (error: Error | null, read?: unknown): void => {
    stream.off('data', onData).off('end', onEnd).off('error', onError)
    budget.release()
    done(error, read)
  }
  stream.on('data', onData).on('end', onEnd).on('error', onError).on('close', budget.release)
}

/** Buffers the whole body and parses it at its end. */
export function bufferedBody<T>(read: (bytes: Buffer) => T): BodyReader<T> {
  const parts: Buffer[] = []
  return { take: appendingTo(parts), end: () => read(Buffer.concat(parts)) }
}
