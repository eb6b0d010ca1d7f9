import { apiPage } from '@facialis/server/pages/api.ts'
import { fhirPage } from '@facialis/server/pages/fhir.ts'
import { permissionsPage } from '@facialis/server/pages/permissions.ts'
import { orderSignExample, patientViewExample } from './cds-examples.ts'
import { factTablePage } from './fact-table-page.ts'
import { factsPage } from './facts-page.ts'
import { openApiPage } from './openapi-page.ts'
import { promisesPage } from './promises-page.ts'
import { traceabilityPage } from './traceability-page.ts'

/** A page of the repository that is made, not written. `path` is counted from the root. */
export type Page = Readonly<{ path: string; make: () => string }>

export const pages: readonly Page[] = [
  { path: 'docs/api.md', make: () => apiPage() },
  { path: 'docs/examples/cds-order-sign.json', make: () => orderSignExample() },
  { path: 'docs/examples/cds-patient-view.json', make: () => patientViewExample() },
  { path: 'docs/fact-table.md', make: () => factTablePage() },
  { path: 'docs/facts.md', make: () => factsPage() },
  { path: 'docs/fhir-api.md', make: () => fhirPage() },
  { path: 'docs/openapi.json', make: () => openApiPage() },
  { path: 'docs/permissions.md', make: () => permissionsPage() },
  { path: 'docs/promises.md', make: () => promisesPage() },
  { path: 'docs/traceability.md', make: () => traceabilityPage() },
]
