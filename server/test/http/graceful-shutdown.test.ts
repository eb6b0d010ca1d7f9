import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { cleanUp, openHouse } from '../support.ts'

afterEach(cleanUp)

it('a server that is told to end answers what it was asked before, and keeps no connection open for more', async () => {
  const { built } = await openHouse()
  const { app } = built
  await app.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const body = JSON.stringify({ login: 'nurse', password: 'another' })
  const head = ['POST /api/sign-in HTTP/1.1', 'Host: here', 'Connection: keep-alive', 'X-Facialis: 1']
  const asked = once(app.server, 'request')
  socket.write(
    `${[...head, 'Content-Type: application/json', `Content-Length: ${body.length}`].join('\r\n')}\r\n\r\n${body[0]}`,
  )
  await asked
  const closed = app.close()
  socket.write(body.slice(1))
  await once(socket, 'end')
  await closed
  expect(said).toMatch(/^HTTP\/1\.1 401 /)
  expect(said.toLowerCase()).toContain('connection: close')
})

it('a server that is told to end waits for nobody who has only begun to ask', async () => {
  const { built } = await openHouse()
  const { app } = built
  await app.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  const ended = once(socket, 'close')
  // Once the first is answered, what came with it of the second has been read.
  socket.write('GET /api/nothing HTTP/1.1\r\nHost: here\r\n\r\nGET /api/nothing HTTP/1.1\r\nHost:')
  await once(socket, 'data')
  await app.close()
  await ended
})
