import type { FastifyInstance } from 'fastify'

// Deeper than anything we take; without a limit, whoever walks the value recursively would run out of stack.
const deepest = 40

/** Reads JSON, and refuses what is nested absurdly deep or would poison a prototype. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  const kinds = ['application/json', 'application/fhir+json', 'application/json-patch+json']
  app.addContentTypeParser<string>(kinds, { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined)
    if (isTooDeep(text)) return done(Object.assign(new Error('nested too deep'), { statusCode: 400 }))
    parse(request, text, done)
  })
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (inString) {
      if (sign === 0x5c) at++
      else if (sign === 0x22) inString = false
    } else if (sign === 0x22) inString = true
    else if (sign === 0x5b || sign === 0x7b) {
      if (++depth > deepest) return true
    } else if (sign === 0x5d || sign === 0x7d) depth--
  }
  return false
}
