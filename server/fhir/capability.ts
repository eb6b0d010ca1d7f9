import type { Resource } from '@facialis/record'
import type { Route } from '../http/route.ts'
import software from '../package.json' with { type: 'json' }
import { everywhere, parametersOf, servedTypes } from '../search-indexing/parameters.ts'
import { auditParameters } from './audit/audit-search.ts'
import { interactionsOf } from './responses/interactions.ts'
import { nonEmptyLists } from './responses/non-empty-lists.ts'

type Stated = Readonly<{
  routes: readonly Route[]
  base: string
  pathway: Readonly<{ id: string; version: string; title: string }>
  date: string
}>

/** The audit trail, for whoever watches over privacy. */
const trail = {
  type: 'AuditEvent',
  documentation: 'Made from the trail as it is kept, from the newest event back. It is read, and written by nobody.',
  interaction: [{ code: 'read' }, { code: 'search-type' }],
  versioning: 'no-version',
  searchParam: [
    { name: '_id', type: 'token' },
    { name: '_lastUpdated', type: 'date' },
    ...auditParameters.map(({ name, kind }) => ({ name, type: kind })),
  ],
}

const reading = ['read', 'vread', 'history-instance', 'history-type', 'search-type'] as const

/** What is really served: made from the table of routes, the table of types and the table of search parameters. */
export function capabilityStatement({ routes, base, pathway, date }: Stated): Resource {
  const has = (method: string, path: string) => routes.some((one) => one.method === method && one.path === path)
  const writes: Readonly<Record<string, readonly [string, string]>> = {
    create: ['POST', '/fhir/:type'],
    update: ['PUT', '/fhir/:type/:id'],
    patch: ['PATCH', '/fhir/:type/:id'],
    delete: ['DELETE', '/fhir/:type/:id'],
  }
  const writing = (type: string) => interactionsOf(type).filter((one) => has(...(writes[one] as [string, string])))
  const operations = operationsIn(routes)
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date,
    kind: 'instance',
    software: { name: 'Facialis', version: software.version },
    implementation: {
      description: `The record of a clinic for ${pathway.title.toLowerCase()}. It follows the pathway ${pathway.id} ${pathway.version}, supports clinicians and diagnoses nothing.`,
      url: base,
    },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    ...(has('PATCH', '/fhir/:type/:id') ? { patchFormat: ['application/json-patch+json'] } : {}),
    rest: [
      {
        mode: 'server',
        documentation:
          'Patient/[id]/[type]?… and Patient/[id]/*?… (_type, _count, _since, and what every type can be searched by) find what is in the compartment of a patient as R4 publishes it, also of somebody else what they performed, asserted, sent, got or wrote; a Patient is in its own. $everything and the export of a group hold what is about the person only. Outside a compartment several types are not searched at once.',
        security: {
          cors: false,
          description:
            'The session of somebody who is signed in. What a role may read and write stands in docs/permissions.md.',
        },
        resource: [
          ...servedTypes.map((type) => ({
            type,
            interaction: [...reading, ...writing(type)].map((code) => ({ code })),
            versioning: writing(type).includes('update') ? 'versioned-update' : 'versioned',
            readHistory: true,
            updateCreate: writing(type).includes('update'),
            conditionalRead: 'full-support',
            ...(writing(type).includes('create') ? { conditionalCreate: true } : {}),
            ...(writing(type).includes('update') ? { conditionalUpdate: has('PUT', '/fhir/:type') } : {}),
            ...(writing(type).includes('delete')
              ? { conditionalDelete: has('DELETE', '/fhir/:type') ? 'single' : 'not-supported' }
              : {}),
            ...nonEmptyLists({
              searchInclude: (parametersOf[type] ?? [])
                .filter(({ kind }) => kind === 'reference')
                .map(({ name }) => `${type}:${name}`),
              searchRevInclude: servedTypes.flatMap((source) =>
                (parametersOf[source] ?? [])
                  .filter(({ kind, targets }) => kind === 'reference' && targets?.includes(type))
                  .map(({ name }) => `${source}:${name}`),
              ),
            }),
            searchParam: [
              { name: '_id', type: 'token' },
              { name: '_lastUpdated', type: 'date' },
              ...[...everywhere, ...(parametersOf[type] ?? [])].map(({ name, kind }) => ({ name, type: kind })),
            ],
            ...(operations[type] ? { operation: operations[type] } : {}),
          })),
          ...(has('GET', '/fhir/AuditEvent') ? [trail] : []),
          // Asked for what it comes to, and not kept.
          ...(operations.PlanDefinition ? [{ type: 'PlanDefinition', operation: operations.PlanDefinition }] : []),
        ],
        interaction: [
          ...(has('POST', '/fhir') ? [{ code: 'transaction' }, { code: 'batch' }] : []),
          ...(has('GET', '/fhir/_history') ? [{ code: 'history-system' }] : []),
        ],
        ...(has('GET', '/fhir/:compartment/:id/:type')
          ? { compartment: ['http://hl7.org/fhir/CompartmentDefinition/patient'] }
          : {}),
        ...(operations[''] ? { operation: operations[''] } : {}),
      },
    ],
  }
}

/** Where operations of ours are described by the standard; of the others the name says it. */
const definitions: Readonly<Record<string, string>> = {
  everything: 'http://hl7.org/fhir/OperationDefinition/Patient-everything',
  apply: 'http://hl7.org/fhir/OperationDefinition/PlanDefinition-apply',
  export: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export',
  'Patient-export': 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export',
  'Group-export': 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/group-export',
}

/** Operations by the type they belong to; those of the whole server under no name. */
function operationsIn(routes: readonly Route[]): Readonly<Record<string, readonly object[] | undefined>> {
  const found: Record<string, object[]> = {}
  const seen = new Set<string>()
  for (const { path } of routes) {
    const named = /^\/fhir\/(?:([A-Z]\w+)\/(?::\w+\/)?)?\$([a-z-]+)$/.exec(path)
    if (!named) continue
    const [, type = '', name = ''] = named
    const definition = definitions[`${type}-${name}`] ?? definitions[name]
    if (definition === undefined || seen.has(`${type} ${name}`)) continue
    seen.add(`${type} ${name}`)
    found[type] = [...(found[type] ?? []), { name, definition }]
  }
  return found
}
