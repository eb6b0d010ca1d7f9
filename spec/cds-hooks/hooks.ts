import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleOfChart, chartFromPlainFacts } from '@facialis/fhir'
import { prefetchOf } from '@facialis/fhir/cards/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { examples, plainFactsOf } from '@facialis/knowledge/examples/index.ts'
import { formatDay } from '@facialis/language'
import { type BuildOptions, type Built, buildServer } from '@facialis/server'
import { type HookResponse, hookResponse } from './card-shape.ts'

export type Json = Readonly<Record<string, unknown>>
export type Hook = 'patient-view' | 'order-select' | 'order-sign'

export type Answered = Readonly<{ status: number; body: Json }>

/** A server over an empty folder that this machine may ask without a token, on a day of the test's choosing. */
export type Hooks = Readonly<{
  built: Built
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answered>
  /** The cards of one call. @throws where the answer is not as the specification wants it */
  cards: (hook: Hook, call: Call) => Promise<HookResponse['cards']>
  close: () => Promise<void>
}>

export type Call = Readonly<{ day?: string; prefetch?: Json; patientId?: string; context?: Json }>

export async function openHooks(cds: BuildOptions['cds'] = { registered: null, trial: true }): Promise<Hooks> {
  const folder = mkdtempSync(join(tmpdir(), 'facialis-hooks-'))
  let day = '2026-11-23'
  const built = await buildServer({ folder, zone: 'UTC', now: () => `${day}T09:00:00.000Z`, cds })
  const post: Hooks['post'] = async (url, body, headers = {}) => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body)
    const answered = await built.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    })
    return { status: answered.statusCode, body: JSON.parse(answered.body || '{}') as Json }
  }
  return {
    built,
    post,
    cards: async (hook, call) => {
      day = call.day ?? '2026-11-23'
      const answered = await post(`/cds-services/facialis-${hook}`, requestOf(hook, call))
      if (answered.status !== 200) throw new Error(`${answered.status} ${JSON.stringify(answered.body)}`)
      return hookResponse.parse(answered.body).cards
    },
    close: async () => {
      await built.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const requestOf = (hook: Hook, { prefetch, patientId = 'demo', context = {} }: Call): Json => ({
  hook,
  hookInstance: 'b1f4d0c6-7c39-4d2c-9f0a-2f6f1d1c9a10',
  context: { userId: 'Practitioner/demo-doctor', patientId, ...context },
  ...(prefetch === undefined ? {} : { prefetch }),
})

/** A bundle about one person as a client would send it: each kind of resource under its key, null where there is none. */
export function prefetchFrom(bundle: Json): Json {
  const entries = bundle.entry as readonly Readonly<{ resource: Readonly<{ resourceType: string }> }>[]
  return Object.fromEntries(
    prefetchOf(hemifacialSpasm).map(({ key, type }): readonly [string, unknown] => {
      const found = entries.filter(({ resource }) => resource.resourceType === type)
      if (found.length === 0) return [key, null]
      if (type === 'Patient') return [key, found[0]?.resource]
      return [key, { resourceType: 'Bundle', type: 'searchset', total: found.length, entry: found }]
    }),
  )
}

export type Sample = Readonly<{ id: string; day: string; bundle: Json }>

/** Every example person as a bundle, with the day they are told of. */
export const samples = (): readonly Sample[] =>
  examples.map((example) => {
    const read = chartFromPlainFacts(hemifacialSpasm, plainFactsOf(example))
    if (!read.ok || read.value.asOf === null) throw new Error(`${example.id} cannot be read`)
    let next = 0
    const sending = { patientId: 'demo', at: '2026-11-23T09:00:00Z', newId: () => `id-${++next}` }
    const bundle = bundleOfChart(hemifacialSpasm, read.value.chart, sending)
    return { id: example.id, day: formatDay(read.value.asOf), bundle: JSON.parse(JSON.stringify(bundle)) as Json }
  })

let known: ReadonlyMap<string, Sample> | null = null
/** What a client sends of one of these people, on their day. */
export function toldOf(id: string): Readonly<{ day: string; prefetch: Json }> {
  known ??= new Map(samples().map((one) => [one.id, one]))
  const sample = known.get(id)
  if (!sample) throw new Error(`There is no example person ${id}.`)
  return { day: sample.day, prefetch: prefetchFrom(sample.bundle) }
}
export const indicators = (cards: HookResponse['cards']) => cards.map(({ indicator }) => indicator)

export const subject = { reference: 'Patient/demo' }
export const ordersOf = (...resources: readonly Json[]): Json => ({
  draftOrders: { resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) },
})
export const toxin = (more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: 'toxin-1',
  status: 'draft',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: 'Botox 100 units' },
  ...more,
})
export const headMri = (more: Json = {}): Json => ({
  resourceType: 'ServiceRequest',
  id: 'mri-1',
  status: 'draft',
  intent: 'order',
  subject,
  code: { coding: [{ system: 'http://loinc.org', code: '24590-2' }], text: 'MRI of the brain' },
  ...more,
})
