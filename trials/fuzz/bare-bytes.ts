import fc from 'fast-check'
import { dented, dents, sometimes } from '../../spec/support/damage.ts'
import type { Known } from './clinic.ts'

const heads: readonly (readonly [first: string, ...rest: readonly string[]])[] = [
  ['GET /fhir/Observation?code=x HTTP/1.1'],
  ['GET /api/board HTTP/1.1'],
  [
    'POST /fhir/Observation HTTP/1.1',
    'content-type: application/fhir+json',
    'transfer-encoding: chunked',
    '',
    '5',
    '{"a":',
    '2',
    '1}',
    '0',
    '',
  ],
  [
    'POST /cds-services/facialis-patient-view HTTP/1.1',
    'content-type: application/json',
    'content-length: 2',
    '',
    '{}',
  ],
  ['POST /api/front-door/referrals HTTP/1.1', 'content-length: 3', 'transfer-encoding: chunked', '', '0', ''],
  ['GET /fhir/%E0%A4%A HTTP/1.1'],
  ['PRI * HTTP/2.0', '', 'SM', ''],
]

/** Whole requests with dents in their bytes, for a bare line. */
export const bareBytes = ({ cookie }: Known, host: string): fc.Arbitrary<Buffer> =>
  fc.tuple(fc.constantFrom(...heads), sometimes(85, dents, [])).map(([[first, ...rest], some]) => {
    const head = [first, `host: ${host}`, 'connection: close', 'x-facialis: 1', `cookie: ${cookie}`]
    return dented(Buffer.from([...head, ...rest, '', ''].join('\r\n')), some)
  })
