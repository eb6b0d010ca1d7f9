import type { FastifyInstance } from 'fastify'

/**
 * Once it is told to end, a connection goes with the answer it waits for. Those that nobody uses are closed by then; one that
 * was at work its client would keep open for a minute and more, and for so long the server would not end.
 */
export function letGoAtTheEnd(app: FastifyInstance): void {
  let isEnding = false
  app.addHook('preClose', async () => {
    isEnding = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isEnding) reply.header('Connection', 'close')
  })
  app.addHook('onResponse', async (request) => {
    // What had begun to be answered before was answered as if it went on.
    if (isEnding) request.raw.socket.end()
  })
}
