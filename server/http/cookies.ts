import type { FastifyReply, FastifyRequest } from 'fastify'

/** With https the name itself makes browsers insist on a cookie that only this very host could have set. */
const nameFor = (https: boolean): string => (https ? '__Host-facialis' : 'facialis')

export const sessionToken = (request: FastifyRequest, https: boolean): string | null =>
  request.cookies[nameFor(https)] ?? null

const attributes = (https: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure: https }) as const

export const startCookie = (reply: FastifyReply, https: boolean, token: string): void => {
  reply.setCookie(nameFor(https), token, attributes(https))
}

export const endCookie = (reply: FastifyReply, https: boolean): void => {
  reply.clearCookie(nameFor(https), attributes(https))
}
