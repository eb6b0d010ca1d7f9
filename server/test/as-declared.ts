import { isDeepStrictEqual } from 'node:util'
import type { Endpoint } from '@facialis/wire/api/endpoint.ts'
import { refused } from '@facialis/wire/api/refused.ts'
import type { FastifyInstance } from 'fastify'
import type * as z from 'zod/mini'
import { refusalsOf } from '../openapi/refusals.ts'
import { routes } from '../routes/index.ts'

const declared = new Map(routes.map((route) => [`${route.method} ${route.path}`, route]))

/** Watches every answer of a server. @returns to be asked at the end: it throws where one was not as declared */
export function watchAnswers(app: FastifyInstance): () => void {
  const unlike = new Set<string>()
  app.addHook('onSend', async (request, reply, payload) => {
    const asked = `${request.method} ${request.routeOptions.url}`
    const wrong = whatIsWrong(asked, reply.statusCode, payload)
    if (wrong !== null) unlike.add(`${asked} answered ${reply.statusCode}: ${wrong}`)
  })
  return () => {
    if (unlike.size > 0) throw new Error(`Not as the wire declares it:\n${[...unlike].join('\n')}`)
  }
}

function whatIsWrong(asked: string, status: number, payload: unknown): string | null {
  const route = declared.get(asked)
  if (route?.endpoint === undefined) return null
  if (status >= 400)
    return refusalsOf(route).includes(status) ? notOfShape(refused, payload) : 'a refusal that is not declared'
  const { gives, maybeNothing, status: yes = 200 } = route.endpoint as Endpoint
  if (status === 204) return gives === undefined || maybeNothing ? null : 'nothing'
  if (gives === undefined || status !== yes) return 'another status than is declared'
  return typeof gives === 'string' ? null : notOfShape(gives, payload)
}

/** A member that is not declared falls away in reading: then what was read is not what was sent. */
function notOfShape(shape: z.ZodMiniType, payload: unknown): string | null {
  const sent: unknown = JSON.parse(String(payload))
  const read = shape.safeParse(sent)
  if (!read.success) return JSON.stringify(read.error.issues.slice(0, 3))
  return isDeepStrictEqual(read.data, sent) ? null : `it has members that are not declared: ${beside(sent, read.data)}`
}

/** Where two values first differ. */
function beside(sent: unknown, read: unknown, path = ''): string {
  if (typeof sent !== 'object' || sent === null || typeof read !== 'object' || read === null) return path
  const [found] = Object.keys(sent).filter((key) => !isDeepStrictEqual(memberOf(sent, key), memberOf(read, key)))
  return found === undefined ? path : beside(memberOf(sent, found), memberOf(read, found), `${path}.${found}`)
}
const memberOf = (object: object, key: string): unknown => (object as Readonly<Record<string, unknown>>)[key]
