import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'

/** A request as its bytes go out: nothing is put right on the way. */
export type Sent = Readonly<{
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body: Buffer | null
  /** From which address of this machine; default whichever comes first. */
  from?: string
}>

/** What came back; a status of 0 when nothing did. */
export type Heard = Readonly<{ status: number; headers: IncomingHttpHeaders; text: string; ms: number }>

export type Sender = Readonly<{
  send: (sent: Sent) => Promise<Heard>
  /** Bytes on a bare line, which need be no request. @returns all that came back until the line was closed */
  shout: (bytes: Buffer) => Promise<Readonly<{ text: string; ms: number }>>
  end: () => void
}>

/** A hand that sends whatever it is given to a server at this address. */
export function openSender(address: string): Sender {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const once = ({ method, path, headers, body, from }: Sent): Promise<Heard & { stale: boolean }> =>
    new Promise((resolve) => {
      const begun = performance.now()
      const length = body === null ? {} : { 'content-length': String(body.length) }
      const at = { agent, hostname, port, ...(from !== undefined && { localAddress: from }) }
      const asked = request({ ...at, method, path, headers: { ...headers, ...length } })
      const gone = () =>
        resolve({ status: 0, headers: {}, text: '', ms: performance.now() - begun, stale: asked.reusedSocket })
      asked.on('error', gone)
      asked.on('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', gone)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
            ms: performance.now() - begun,
            stale: false,
          }),
        )
      })
      asked.end(body ?? undefined)
    })
  return {
    send: async (sent) => {
      const heard = await once(sent)
      // A line that was kept open may have been closed while this was under way; that says nothing of what was sent.
      return heard.status === 0 && heard.stale ? once(sent) : heard
    },
    shout: (bytes) =>
      new Promise((resolve) => {
        const begun = performance.now()
        let text = ''
        const line = connect({ host: hostname, port: Number(port) })
        line.on('data', (part) => {
          text += part.toString('latin1')
        })
        line.on('error', () => {})
        line.on('close', () => resolve({ text, ms: performance.now() - begun }))
        line.end(bytes)
      }),
    end: () => agent.destroy(),
  }
}
