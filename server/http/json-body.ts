import type { FastifyInstance } from 'fastify'

// Deeper than anything we take; without a limit, whoever walks the value recursively would run out of stack.
const deepest = 40
// More than anything we take. An object of a million members takes seconds to build, and nobody else is served meanwhile.
const mostMembers = 5000
const mostInList = 50_000
const mostTogether = 1_000_000

/** Reads JSON, and refuses what is nested absurdly deep, holds absurdly much, or would poison a prototype. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  const kinds = ['application/json', 'application/fhir+json', 'application/json-patch+json']
  app.addContentTypeParser<string>(kinds, { parseAs: 'string' }, (request, text, done) => {
    if (text === '') return done(null, undefined)
    const statusCode = refusedBefore(text)
    if (statusCode !== null) return done(Object.assign(new Error('nested too deep, or too much of it'), { statusCode }))
    parse(request, text, done)
  })
}

/** The status by which a text is refused before it is read; null when it may be read. */
function refusedBefore(text: string): 400 | 413 | null {
  // Of each bracket that is open: how many commas stand in it, and how many may.
  const commas = new Uint32Array(deepest + 1)
  const most = new Uint32Array(deepest + 1).fill(mostInList)
  let together = 0
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (inString) {
      if (sign === 0x5c) at++
      else if (sign === 0x22) inString = false
    } else if (sign === 0x22) inString = true
    else if (sign === 0x2c) {
      const here = (commas[depth] ?? 0) + 1
      commas[depth] = here
      if (here >= (most[depth] ?? 0) || ++together >= mostTogether) return 413
    } else if (sign === 0x5b || sign === 0x7b) {
      if (++depth > deepest) return 400
      commas[depth] = 0
      most[depth] = sign === 0x5b ? mostInList : mostMembers
    } else if ((sign === 0x5d || sign === 0x7d) && depth > 0) depth--
  }
  return null
}
