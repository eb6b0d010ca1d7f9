import { expect, it } from 'vitest'
import kept from '../fhir/publish/observation-elements.json' with { type: 'json' }
import { observationElements } from './observation-elements.ts'

it('what the published profile is laid over is what R4 says of an Observation', () => {
  expect(kept, 'run: npx node scripts/observation-elements.ts && npm run format').toEqual(observationElements())
})
