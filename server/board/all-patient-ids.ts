import type { CoreContext } from '../core/core-context.ts'

const page = 500

/**
 * The ids of all patients, in batches of some hundred. Others are served in between: a database that is a file
 * answers at once, and a register would be gone through in one go.
 */
export async function* allPatientIds({ record }: Pick<CoreContext, 'record'>): AsyncGenerator<readonly string[]> {
  let after: string | undefined
  do {
    const found = await record.search({ type: 'Patient', limit: page, ...(after === undefined ? {} : { after }) })
    yield found.resources.map(({ id }) => id)
    after = found.next ?? undefined
    await new Promise((resolve) => setImmediate(resolve))
  } while (after !== undefined)
}
