import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanUp, type House, openHouse, type Person, password } from '../support.ts'

let house: House
let port: number
beforeAll(async () => {
  house = await openHouse()
  const { app } = house.built
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
})
const sockets: Socket[] = []
const hangUp = () => {
  for (const socket of sockets.splice(0)) socket.destroy()
}
afterAll(async () => {
  hangUp()
  await cleanUp()
})

async function cookieOf(login: Person): Promise<string> {
  const headers = { 'x-facialis': '1' }
  const payload = { login, password }
  const signedIn = await house.built.app.inject({ method: 'POST', url: '/api/sign-in', headers, payload })
  return `Cookie: facialis=${signedIn.cookies.find(({ name }) => name === 'facialis')?.value}`
}

const length = 255_000
const megabyte = 1024 * 1024
const within = (bytes: number): number => Math.floor(bytes / (length - 1000))

/** A body that never comes to its end; what is answered to it. */
function slowly(cookie: string | null, path = '/fhir/Observation'): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: clinic.example',
    ...(cookie === null ? [] : [cookie]),
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

/** So many of them; the first answers, as many as are waited for. */
async function slowlyMany(
  cookie: string | null,
  many: number,
  over: number,
  path?: string,
): Promise<readonly string[]> {
  const answers: string[] = []
  await new Promise<void>((resolve) => {
    for (let at = 0; at < many; at += 1)
      void slowly(cookie, path).then((answer) => answers.push(answer) === over && resolve())
  })
  return answers
}

const expectToComeAgain = (answers: readonly string[], many: number): void => {
  expect(answers.map((answer) => answer.slice(0, 12))).toEqual(Array(many).fill('HTTP/1.1 503'))
  expect(answers.filter((answer) => /\r\nretry-after: 5\r\n/i.test(answer))).toHaveLength(many)
}

const headers = { 'content-type': 'application/fhir+json' }
const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'batch' })
const sendsAs = async (who: Person): Promise<number> =>
  (await house.ask(who, 'POST', '/fhir', bundle, { headers })).status

describe('many small bodies that come slowly, over real connections', () => {
  it('are held up to a share of each account; the newest are asked to come again, and all others are heard', async () => {
    const own = within(32 * megabyte)
    expectToComeAgain(await slowlyMany(await cookieOf('nurse'), own + 3, 3), 3)
    expect(await sendsAs('neurologist')).toBe(200)
    // Four accounts together take all there is.
    for (const login of ['neurologist', 'surgeon'] as const)
      expectToComeAgain(await slowlyMany(await cookieOf(login), own + 1, 1), 1)
    const last = within(128 * megabyte) - 3 * own
    expectToComeAgain(await slowlyMany(await cookieOf('coordinator'), last + 2, 2), 2)
    expect((await house.ask('nurse', 'GET', '/api/board')).status).toBe(200)
    hangUp()
    // What they held is let go with them.
    await expect.poll(() => sendsAs('nurse'), { timeout: 20_000 }).toBe(200)
  })

  it('are not even read of whoever is not signed in', async () => {
    const [answer] = await slowlyMany(null, 1, 1, '/api/patients/somebody/acts')
    expect(answer?.slice(0, 12)).toBe('HTTP/1.1 401')
    hangUp()
  })
})
