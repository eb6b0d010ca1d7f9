import { codingsOf } from './terminology-index.ts'

/** The first code of a concept, whatever its system: for FHIR's own required codes. */
export function codeOf(concept: unknown): string | null {
  const code = codingsOf(concept)[0]?.code
  return typeof code === 'string' ? code : null
}
