import fc from 'fast-check'
import { hookResponse } from '../../spec/cds-hooks/card-shape.ts'
import { verdictOn } from '../crash/crash.ts'
import { groundOf } from '../place.ts'
import { type Product, startProduct } from '../product.ts'
import { type Heard, openSender, type Sender, type Sent } from '../sender.ts'
import type { Line, Trial, Trying } from '../trial.ts'
import { bareBytes } from './bare-bytes.ts'
import { cdsDoor } from './cds-door.ts'
import { fill, type Json, type Known } from './clinic.ts'
import { clinicDoors } from './clinic-doors.ts'
import { fhirDoors } from './fhir-doors.ts'
import type { Door } from './wrong.ts'

const longest = 1000

/** What nobody should send, to every way in; whatever it is, it is answered, and by no fault of ours. */
export const fuzz: Trial = {
  name: 'fuzz',
  what: 'malformed FHIR, CDS Hooks, forms, files, links and bare bytes to the real server: answered in words, within a second',
  run: async ({ seed, rounds, database, tell }) => {
    const many = rounds ?? 50_000
    const ground = groundOf(database)
    try {
      const place = await ground.fresh()
      // Behind a proxy on this machine, whose word about where somebody comes from counts.
      const env = { ...place.env, FACIALIS_HTTPS: '1', FACIALIS_URL: 'https://clinic.example', FACIALIS_CDS_TRIAL: '1' }
      const product = await startProduct({ ...place, env })
      const known = await fill(product, Math.min(100, 8 + Math.floor(many / 500)))
      const sender = openSender(product.address)
      const fuzzing: Fuzzing = { product, known, sender, seed, tell, slowest: { ms: 0, shown: '' } }
      const before = product.printed().length
      const lines: Line[] = []
      for (const door of [...fhirDoors(known), cdsDoor, ...clinicDoors(known)])
        lines.push(await tried(door, Math.ceil((many * door.share) / 100), fuzzing))
      lines.push(await triedBytes(Math.ceil(many / 50), fuzzing))
      const { ms, shown } = fuzzing.slowest
      const to = ms > longest ? ` to ${shown}` : ''
      lines.push({
        promise: 'none of them is answered later than',
        asked: '≤ 1 s',
        got: `${(ms / 1000).toFixed(2)} s at worst${to}`,
        held: ms <= longest,
        isTimed: true,
      })
      lines.push(await stillServing(fuzzing, product.printed().slice(before)))
      sender.end()
      await product.kill()
      return [...lines, { promise: 'the record is whole, and its chain verifies', asked: 'whole', ...verdictOn(place) }]
    } finally {
      ground.end()
    }
  },
}

type Fuzzing = Readonly<{ product: Product; known: Known; sender: Sender; seed: number; tell: Trying['tell'] }> & {
  /** The slowest answer so far, and to what. */
  slowest: Readonly<{ ms: number; shown: string }>
}

async function tried({ name, sends }: Door, numRuns: number, fuzzing: Fuzzing): Promise<Line> {
  let [done, taken] = [0, 0]
  const found = await fc.check(
    fc.asyncProperty(sends, async (sent) => {
      fuzzing.tell(name, done++ / numRuns)
      const heard = await answered(sent, fuzzing)
      if (heard.status < 300) taken += 1
      const fault = faultIn(sent, heard) ?? (await faultLeft(sent, heard, fuzzing))
      if (fault !== null) throw new Error(fault)
    }),
    { seed: fuzzing.seed, numRuns },
  )
  return lineOf(name, numRuns, found, `${taken} of them taken`)
}

/** Slow once may be the machine; slow three times is what was sent. */
async function answered(sent: Sent, fuzzing: Fuzzing): Promise<Heard> {
  const heard = await fuzzing.sender.send(sent)
  let { ms } = heard
  for (let again = 0; again < 2 && ms > longest; again += 1) ms = Math.min(ms, (await fuzzing.sender.send(sent)).ms)
  if (ms > fuzzing.slowest.ms) fuzzing.slowest = { ms, shown: shown(sent) }
  return { ...heard, ms }
}

async function triedBytes(numRuns: number, fuzzing: Fuzzing): Promise<Line> {
  const name = 'bytes that are hardly a request'
  const { known, sender, product } = fuzzing
  const found = await fc.check(
    fc.asyncProperty(bareBytes(known, new URL(product.address).host), async (bytes) => {
      const { text } = await sender.shout(bytes)
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1]
      if (text !== '' && (status === undefined || Number(status) >= 500)) throw new Error(text.slice(0, 200))
    }),
    { seed: fuzzing.seed, numRuns },
  )
  return lineOf(name, numRuns, found, 'answered, or the line closed')
}

function lineOf<T extends Sent | Buffer>(
  name: string,
  many: number,
  found: fc.RunDetails<[T]>,
  otherwise: string,
): Line {
  const [smallest] = found.counterexample ?? []
  const why = found.errorInstance instanceof Error ? found.errorInstance.message : ''
  return {
    promise: `${name}: no fault of ours, and every refusal in its own words`,
    asked: `0 of ${many}`,
    got: found.failed ? `after ${found.numRuns}: ${why} on ${shown(smallest)}` : `0 (${otherwise})`,
    held: !found.failed,
  }
}

function shown(sent: Sent | Buffer | undefined): string {
  if (sent === undefined || Buffer.isBuffer(sent)) return JSON.stringify(sent?.toString('latin1'))
  const { cookie: _secret, ...headers } = sent.headers
  const body = sent.body?.toString('utf8') ?? ''
  return `${sent.method} ${sent.path.slice(0, 300)} ${JSON.stringify(headers)} ${body.slice(0, 600)}`
}

/** What is wrong with an answer, or null. */
function faultIn({ path }: Sent, { status, headers, text }: Heard): string | null {
  if (status === 0) return 'no answer'
  if (status >= 500) return `${status} ${text.slice(0, 200)}`
  if (/node_modules|\n {4}at |\.ts:\d/.test(text)) return `tells of the inside: ${text.slice(0, 200)}`
  const type = String(headers['content-type'] ?? '')
  const json = /json/.test(type) && text !== '' ? (JSON.parse(text) as Json) : null
  if (status < 400) {
    const elsewhere = /http-equiv="refresh" content="0; url=(?!\/[^/\\])[^"]*/.exec(text)
    if (elsewhere) return `leads elsewhere: ${elsewhere[0]}`
    const isHook = /^\/cds-services\/[\w-]+$/.test(path) && status === 200
    if (isHook && !hookResponse.safeParse(json).success) return `no cards: ${text.slice(0, 200)}`
    return null
  }
  if (text === '' && headers['content-length'] !== '0') return null
  if (/^\/fhir(?:[/?]|$)/.test(path))
    return isOutcome(json, type) ? null : `${status} without an OperationOutcome: ${text.slice(0, 200)}`
  const sentence = (json?.problem as Json | undefined)?.sentence
  return typeof sentence === 'string' && sentence.length > 10
    ? null
    : `${status} without a sentence: ${text.slice(0, 200)}`
}

function isOutcome(json: Json | null, type: string): boolean {
  const [issue] = (json?.issue ?? []) as readonly Readonly<{ severity: string; details?: { text?: string } }>[]
  const said = issue?.details?.text ?? ''
  return type.startsWith('application/fhir+json') && json?.resourceType === 'OperationOutcome' && said.length > 10
}

/** What was taken must leave the chart it went into open. */
async function faultLeft({ body }: Sent, { status }: Heard, { known, sender }: Fuzzing): Promise<string | null> {
  if (status >= 300 || body === null) return null
  const text = body.toString('utf8')
  for (const id of known.people.filter((one) => text.includes(one)).slice(0, 2)) {
    const headers = { cookie: known.cookie }
    const view = await sender.send({ method: 'GET', path: `/api/patients/${id}`, headers, body: null })
    if (view.status !== 200) return `taken with ${status}, and then the chart answers ${view.status}`
  }
  return null
}

async function stillServing({ product, known, sender }: Fuzzing, printed: string): Promise<Line> {
  const wrong: string[] = printed === '' ? [] : [printed.trim().slice(0, 600)]
  const asks = [
    '/api/board',
    ...known.people.flatMap((id) => [`/api/patients/${id}`, `/fhir/Patient/${id}/$everything`]),
  ]
  for (const path of asks) {
    const { status } = await sender.send({ method: 'GET', path, headers: { cookie: known.cookie }, body: null })
    if (status !== 200) wrong.push(`${path} answers ${status}`)
  }
  const { body } = await product.ask<{ rows?: readonly { patientId?: string; id?: string }[] }>(
    'GET',
    '/api/board',
    known,
  )
  const shown = JSON.stringify(body.rows ?? [])
  for (const id of known.people) if (!shown.includes(id)) wrong.push(`${id} is not on the board`)
  return {
    promise: 'afterwards nothing was said of a bug, and every chart and the board still open',
    asked: '0 others',
    got: wrong[0] === undefined ? '0' : `${wrong.length}: ${wrong[0]}`,
    held: wrong.length === 0,
  }
}
