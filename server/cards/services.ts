import { prefetchOf } from '@facialis/fhir/cards/index.ts'
import type { Pathway } from '@facialis/language'

/** When a service is asked. */
export type Hook = 'patient-view' | 'order-select' | 'order-sign'

export type Service = Readonly<{ id: string; hook: Hook; title: string; description: string }>

/** The services of this server; another one is another line. */
export const services = [
  {
    id: 'facialis-patient-view',
    hook: 'patient-view',
    title: 'Where the person stands',
    description: 'Says where a person stands on the pathway, what blocks treatment, what is next and by when.',
  },
  {
    id: 'facialis-order-select',
    hook: 'order-select',
    title: 'Orders being chosen',
    description:
      'While an order is being chosen: whether the gate for a treatment is open, and what an imaging request lacks.',
  },
  {
    id: 'facialis-order-sign',
    hook: 'order-sign',
    title: 'Orders about to be signed',
    description: 'The same for every order about to be signed.',
  },
] as const satisfies readonly Service[]

export const serviceIds: readonly string[] = services.map(({ id }) => id)

const usage =
  'Uses prefetch only and calls no other server. Send null where there is none: whatever is not sent counts as unknown and is named in a card.'

/** What `GET /cds-services` answers: these services, with everything the pathway reads as prefetch. */
export const discoveryOf = (pathway: Pathway, allowed: readonly Service[]) => ({
  services: allowed.map(({ id, hook, title, description }) => ({
    hook,
    title: `${pathway.title}: ${title}`,
    description,
    id,
    prefetch: Object.fromEntries(prefetchOf(pathway).map(({ key, query }) => [key, query])),
    usageRequirements: usage,
  })),
})
