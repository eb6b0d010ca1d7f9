import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp, type House, openHouse, password } from './support.ts'

let house: House
let port: number
let cookie: string
beforeAll(async () => {
  house = await openHouse()
  const { app } = house.built
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
  const headers = { 'x-facialis': '1' }
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/sign-in',
    headers,
    payload: { login: 'nurse', password },
  })
  cookie = `facialis=${signedIn.cookies.find(({ name }) => name === 'facialis')?.value}`
})
const sockets: Socket[] = []
const hangUp = () => {
  for (const socket of sockets.splice(0)) socket.destroy()
}
afterAll(async () => {
  hangUp()
  await cleanUp()
})

const length = 255_000
/** So many of them are 128 MB. */
const most = Math.floor((128 * 1024 * 1024) / (length - 1000))

/** A body that never comes to its end; what is answered to it. */
function slowly(): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  const head = [
    'POST /fhir/Observation HTTP/1.1',
    'Host: clinic.example',
    `Cookie: ${cookie}`,
    'X-Facialis: 1',
    'Content-Type: application/fhir+json',
    `Content-Length: ${length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  socket.write(Buffer.alloc(length - 1000, ' '))
  return new Promise((resolve) => {
    socket.once('data', (bytes) => resolve(bytes.toString('latin1')))
    // What is let go by the test, or by the server once it has answered.
    socket.on('error', () => {})
  })
}

describe('many small bodies that come slowly, over real connections', () => {
  it('are held up to a bound; the newest are asked to come again, and whoever reads is served all the while', async () => {
    const answers: string[] = []
    const over = 12
    await new Promise<void>((resolve) => {
      for (let at = 0; at < most + over; at += 1)
        void slowly().then((answer) => answers.push(answer) === over && resolve())
    })
    expect(answers.map((answer) => answer.slice(0, 12))).toEqual(Array(over).fill('HTTP/1.1 503'))
    expect(answers.filter((answer) => /\r\nretry-after: 5\r\n/i.test(answer))).toHaveLength(over)
    expect((await house.ask('nurse', 'GET', '/api/board')).status).toBe(200)
    hangUp()
    // What they held is let go with them.
    await expect.poll(async () => (await house.ask('nurse', 'POST', '/fhir', bundle, { headers })).status).toBe(200)
  })
})

const headers = { 'content-type': 'application/fhir+json' }
const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'batch' })
