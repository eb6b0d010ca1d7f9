import type { Present, RecordView, Where } from '@facialis/record'

const page = 200

/** Everything that a search finds, page after page: nobody may be missed because they were many. */
export async function everyPage(
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
