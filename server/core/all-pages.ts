import type { Present, RecordView, Where } from '@facialis/record'

const page = 200

/** Every result of a search, over all its pages: nothing is cut off because there was a lot of it. */
export async function allPages(
  view: Pick<RecordView, 'search'>,
  type: string,
  where: readonly Where[],
): Promise<readonly Present[]> {
  const found: Present[] = []
  let after: string | undefined
  do {
    const some = await view.search({ type, where, limit: page, ...(after ? { after } : {}) })
    found.push(...some.resources)
    after = some.next ?? undefined
  } while (after !== undefined)
  return found
}
