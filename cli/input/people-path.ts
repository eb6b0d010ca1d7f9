import { ExitError } from './exit-error.ts'

/** The one NDJSON file or folder of people that a command names; `-` is standard input. @throws ExitError */
export function peoplePath([path, more]: readonly string[]): string {
  if (path === undefined || path === '')
    throw new ExitError('Name the NDJSON file or folder to read, or - for standard input.')
  if (more !== undefined)
    throw new ExitError(`Only one file or folder at a time: ${JSON.stringify(more)} is one too many.`)
  return path
}

/** Standard input is read once. @throws ExitError */
export function refuseStdinTwice(people: string, policyFile: string | undefined): void {
  if (people === '-' && policyFile === '-')
    throw new ExitError('Standard input can be the people or the policy, not both.')
}
