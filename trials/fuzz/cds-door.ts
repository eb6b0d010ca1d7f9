import { cdsRoutes } from '@facialis/server/cds-hooks/cds-routes.ts'
import fc from 'fast-check'
import { type Hook, headMri, ordersOf, requestOf, toxin } from '../../spec/cds-hooks/hooks.ts'
import { goodPrefetches } from './clinic.ts'
import { source } from './parts.ts'
import { type Door, type Meant, plain, wrong } from './wrong.ts'

const orders = { ...ordersOf(toxin(), headMri()), selections: ['MedicationRequest/toxin-1', 'ServiceRequest/mri-1'] }
const hooks: readonly Hook[] = ['patient-view', 'order-select', 'order-sign']
const asked = fc.constantFrom(
  ...hooks.flatMap((hook) =>
    goodPrefetches.map((prefetch): Meant => {
      const json = requestOf(hook, { prefetch, context: hook === 'patient-view' ? {} : orders })
      return { method: 'POST', path: `/cds-services/facialis-${hook}`, json }
    }),
  ),
)

const feedback = {
  feedback: [
    {
      card: 'b1f4d0c6-7c39-4d2c-9f0a-2f6f1d1c9a10',
      outcome: 'overridden',
      overrideReason: {
        reason: { system: 'https://facialis.invalid/exception', code: 'mri-booked' },
        userComment: 'Booked.',
      },
      outcomeTimestamp: '2026-11-23T10:05:31Z',
    },
  ],
}
const told = fc.constantFrom(
  ...cdsRoutes
    .filter(({ path }) => path.endsWith('/feedback'))
    .map(({ path }): Meant => ({ method: 'POST', path, json: feedback })),
)

const elsewhere = fc.record({
  method: fc.constantFrom('GET', 'POST', 'OPTIONS', 'PUT'),
  path: fc.constantFrom(
    '/cds-services',
    '/cds-services/',
    '/cds-services/other',
    '/cds-services/facialis-order-sign/x',
  ),
})
/** Through a proxy nobody is of this machine: whoever comes so has to show a token. */
const tokens = fc.record({
  'x-forwarded-for': source,
  'content-type': fc.constant('application/json'),
  authorization: fc.oneof(
    fc.constantFrom('Bearer a.b.c', 'Bearer ..', 'Basic eDp5', 'Bearer eyJhbGciOiJub25lIn0.e30.'),
    fc.base64String().map((text) => `Bearer ${text}.${text}.`),
  ),
})

const json = fc.constant({ 'content-type': 'application/json' })

export const cdsDoor: Door = {
  name: 'CDS Hooks',
  share: 14,
  sends: fc.oneof(
    { weight: 8, arbitrary: wrong(asked, json) },
    { weight: 2, arbitrary: wrong(told, json) },
    { weight: 1, arbitrary: plain(elsewhere, tokens) },
  ),
}
