import { cancelExport, fileOf, statusOf } from '../../fhir/export/fetch-file.ts'
import { kickOff } from '../../fhir/export/kick-off.ts'
import { fhirRoute, type RequestContext, type Route } from '../../http/route.ts'
import { type FhirRequest, searchContextOf } from './fhir-request.ts'

/** Everything of everybody as files, which take their time: asked for, looked after and fetched. */
export const exportRoutes: readonly Route[] = [
  fhirRoute('GET', '/fhir/$export', { may: 'bulk:export', audit: 'bulk-export' }, async (asked) =>
    kickOff('system', exporting(asked, '$export')),
  ),

  fhirRoute('GET', '/fhir/Patient/$export', { may: 'bulk:export', audit: 'bulk-export' }, async (asked) =>
    kickOff('Patient', exporting(asked, 'Patient/$export')),
  ),

  fhirRoute(
    'GET',
    '/fhir/Group/:group/$export',
    { may: 'bulk:export', ownership: 'clinic', audit: 'bulk-export' },
    async (asked) => kickOff(asked.params, exporting(asked, `Group/${asked.params.group}/$export`)),
  ),

  fhirRoute(
    'GET',
    '/fhir/$export-status/:job',
    {
      may: 'bulk:export',
      ownership: 'asker',
      audit: { not: 'reveals only how many resources there are' },
    },
    async (asked) => statusOf(asked.params.job, searchContextOf(asked)),
  ),

  fhirRoute(
    'DELETE',
    '/fhir/$export-status/:job',
    {
      may: 'bulk:export',
      ownership: 'asker',
      audit: { not: 'discards an export and changes nothing in the record' },
      ifMatch: { not: 'a job has no versions' },
    },
    async (asked) => cancelExport(asked.params.job, searchContextOf(asked)),
  ),

  fhirRoute(
    'GET',
    '/fhir/$export-file/:job/:file',
    { may: 'bulk:export', ownership: 'asker', audit: 'bulk-export-fetch' },
    async (asked) => fileOf(asked.params, searchContextOf(asked)),
  ),
]

const exporting = (asked: FhirRequest & Pick<RequestContext, 'pairs'>, path: string) => {
  const same = new URLSearchParams(asked.pairs.map(([name, value]) => [name, value]))
  const { base, ...rest } = searchContextOf(asked)
  const request = `${base}/${path}${same.size === 0 ? '' : `?${same}`}`
  return { ...rest, base, request, prefer: asked.headers.prefer, query: asked.query }
}
