import type { Ground } from '../ground/ground.ts'

const page = 500

/** The ids of everybody who is treated here, some hundred at a time. */
export async function* everybody({ record }: Pick<Ground, 'record'>): AsyncGenerator<readonly string[]> {
  let after: string | undefined
  do {
    const found = await record.search({ type: 'Patient', limit: page, ...(after === undefined ? {} : { after }) })
    yield found.resources.map(({ id }) => id)
    after = found.next ?? undefined
  } while (after !== undefined)
}
