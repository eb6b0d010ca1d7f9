import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * On shutdown a connection is closed with its pending response, and at once where there is none. Otherwise keep-alive would hold
 * it open for a minute and more, and so would a request that was only begun.
 */
export function closeConnectionsOnShutdown(app: FastifyInstance): void {
  let isEnding = false
  /** How many answers each waits for. */
  const awaited = new Map<Socket, number>()
  const count = (socket: Socket, more: number): void => {
    const known = awaited.get(socket)
    if (known !== undefined) awaited.set(socket, known + more)
  }
  app.server.on('connection', (socket: Socket) => {
    awaited.set(socket, 0)
    socket.once('close', () => awaited.delete(socket))
  })
  app.server.on('request', ({ socket }, response) => {
    count(socket, 1)
    response.once('close', () => count(socket, -1))
  })
  app.addHook('preClose', async () => {
    isEnding = true
    for (const [socket, answers] of awaited) if (answers === 0) socket.destroy()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isEnding) reply.header('Connection', 'close')
  })
  app.addHook('onResponse', async (request) => {
    // What had begun to be answered before was answered as if it went on.
    if (isEnding) request.raw.socket.end()
  })
}
