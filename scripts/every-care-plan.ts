// Holds the care plan of every example person against the definitions of FHIR R4: node scripts/every-care-plan.ts
// The tests look at every eighth; this takes half a minute.
import { examplePeople } from '@facialis/cli/input/example-people.ts'
import { evaluate } from '@facialis/engine'
import { carePlanOf } from '@facialis/fhir/apply/care-plan.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import { fhirDefinitions } from './fhir-definitions.ts'

const faultsOf = fhirDefinitions()
const people = examplePeople(hemifacialSpasm)
let faulty = 0
for (const { id, asOf, chart } of people) {
  const plan = carePlanOf(hemifacialSpasm, evaluate(hemifacialSpasm, chart, { asOf, policy: {} }), {
    id: 'demo',
    subject: 'Patient/demo',
  })
  const faults = faultsOf(plan)
  if (faults.length > 0) faulty++
  for (const { where, sentence } of faults) console.log(`${id}, ${where}: ${sentence}`)
}
console.log(`${people.length} care plans, ${faulty} of them not valid FHIR R4.`)
if (faulty > 0) process.exitCode = 1
