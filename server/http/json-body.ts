import type { FastifyInstance } from 'fastify'
import type { BudgetFor } from './body-budget.ts'
import { readStreamedBody } from './streamed-body.ts'
import { streamingJson } from './streaming-json.ts'

/** Reads JSON as it comes, and refuses what is nested absurdly deep, holds absurdly much, or would poison a prototype. */
export function readJsonBodies(app: FastifyInstance, budgetFor: BudgetFor): void {
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
    readStreamedBody({ request, stream, budgetFor, done }, streamingJson(parse))
  })
}
