// Holds the FHIR resources on the standard input, one a line, against the definitions of R4: node scripts/validate-fhir.ts
// Prints each fault as a line of JSON, and ends with code 1 when there is any.
import { createInterface } from 'node:readline'
import { fhirDefinitions } from './fhir-definitions.ts'

const faultsOf = fhirDefinitions()
for await (const line of createInterface({ input: process.stdin })) {
  if (line === '') continue
  const resource: unknown = JSON.parse(line)
  for (const { where, sentence } of faultsOf(resource)) {
    process.stdout.write(`${JSON.stringify({ where, sentence })}\n`)
    process.exitCode = 1
  }
}
