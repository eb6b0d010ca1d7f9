import type { Socket } from 'node:net'
import type { FastifyReply, FastifyServerOptions } from 'fastify'
import { refuse } from '../core/refusal.ts'
import { isFhirAddress } from './fhir-address.ts'
import { fhirJson, outcomeOf } from './outcome.ts'

// Imported by name, all that it exports is made at once, and with it the fetch of Node: a tenth of a start.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

type ClientErrorHandler = NonNullable<FastifyServerOptions['clientErrorHandler']>
type FrameworkErrors = NonNullable<FastifyServerOptions['frameworkErrors']>

// No hook runs for what cannot even be read as a request, so the answer brings its own safety along. It repeats nothing
// of what was sent: an address may name a person.
const headers = {
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const

const refusal = refuse(400, 'not-readable', 'What was sent cannot be read as a request.')
const body = JSON.stringify({ problem: refusal.problem })
const outcome = JSON.stringify(outcomeOf(refusal))

/** 400 for a URL that is malformed or too long. */
export const refuseMalformedUrl: FrameworkErrors = (_error, request, reply) => {
  const told = (reply as FastifyReply).code(400).headers(headers)
  return isFhirAddress(request.url) ? told.type(fhirJson).send(outcome) : told.send(body)
}

/** Bytes that are no HTTP request, or too many headers: answered once, then the socket is closed. */
export const refuseMalformedRequest: ClientErrorHandler = (error, socket) => {
  const gone = error as { code?: string }
  if (gone.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy()
  const status = gone.code === 'HPE_HEADER_OVERFLOW' ? 431 : gone.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  answerOn(socket, status)
}

function answerOn(socket: Socket, status: number): void {
  const lines = Object.entries({ ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' })
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`)]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
