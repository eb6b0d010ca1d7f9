import type { FastifyReply, FastifyRequest } from 'fastify'

/** With https the name itself makes browsers insist on a cookie that only this very host could have set. */
const nameFor = (https: boolean): string => (https ? '__Host-facialis' : 'facialis')

const attributes = (https: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure: https }) as const

export const sessionToken = (request: FastifyRequest, https: boolean): string | null =>
  request.cookies[nameFor(https)] ?? null

/** While somebody signs in elsewhere. They come back from another site, and a strict cookie would stay behind. */
const awayName = (https: boolean): string => `${nameFor(https)}-away`
const away = (https: boolean) => ({ ...attributes(https), sameSite: 'lax' }) as const
const awaySeconds = 10 * 60

export const redirectCookie = (request: FastifyRequest, https: boolean): string | null =>
  request.cookies[awayName(https)] ?? null
export const setRedirectCookie = (reply: FastifyReply, https: boolean, kept: string): void => {
  reply.setCookie(awayName(https), kept, { ...away(https), maxAge: awaySeconds })
}
export const clearRedirectCookie = (reply: FastifyReply, https: boolean): void => {
  reply.clearCookie(awayName(https), away(https))
}

export const setSessionCookie = (reply: FastifyReply, https: boolean, token: string): void => {
  reply.setCookie(nameFor(https), token, attributes(https))
}

export const clearSessionCookie = (reply: FastifyReply, https: boolean): void => {
  reply.clearCookie(nameFor(https), attributes(https))
}
