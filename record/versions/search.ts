import type { Ground } from '../ground/ground.ts'
import { ordered } from './ordered.ts'
import { changedSince, type MovedOn, newestOf } from './past.ts'
import { type Asked, type Found, fits, matches, type Question, type QuestionThen } from './question.ts'
import { goesInSlices, slicesByNumber } from './slices.ts'
import { asVersion, currentVersions, isPresent } from './version-rows.ts'
import type { Slice } from './where.ts'

/** One page of current resources. The cursor names a place in the order, so a page never repeats or skips what stayed put. */
export async function search(ground: Ground, asked: Question): Promise<Found> {
  const { order } = asked
  if (order === 'newest') return newestFirst(ground, asked)
  const found = await ordered(ground, asked, order === undefined || order === 'id' ? [] : order)
  if (found === 'moved-on') throw new Error('The present does not move on')
  return found
}

/** The same of an earlier point of the record. */
export const searchThen = (ground: Ground, asked: QuestionThen): Promise<Found | MovedOn> =>
  ordered(ground, asked, asked.order ?? [])

const mostTries = 20

/** How many there are in all pages together. */
export async function count(ground: Ground, asked: Asked & { readonly asOf: number }): Promise<number | MovedOn> {
  // What is written between two questions would be counted in both answers, or in none: then they are asked again.
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await newestOf(ground, asked.type)
    const moved = await changedSince(ground, asked)
    if (moved === 'moved-on') return moved
    const many = await countNow(ground, asked)
    if ((await newestOf(ground, asked.type)) === before)
      return many + moved.filter((one) => fits(ground, asked, one)).length
  }
  return 'moved-on'
}

async function countNow(ground: Ground, asked: Asked): Promise<number> {
  const within = async (slice?: Slice): Promise<number> => {
    const { many } = await currentVersions(ground)
      .clearSelect()
      .select((column) => column.fn.countAll<number>().as('many'))
      .where(matches(ground, asked, slice))
      .executeTakeFirstOrThrow()
    return Number(many)
  }
  if (!(await goesInSlices(ground, asked))) return within()
  let many = 0
  for await (const slice of slicesByNumber(ground, asked.type)) many += await within(slice)
  return many
}

async function newestFirst(ground: Ground, asked: Question): Promise<Found> {
  let query = currentVersions(ground)
    .select('c.number')
    .where(matches(ground, asked))
    .orderBy('c.number', 'desc')
    .limit(asked.limit + 1)
  if (asked.after !== undefined) query = query.where('c.number', '<', readCursor(asked.after))
  const rows = await query.execute()
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    resources: page.map(asVersion).filter(isPresent),
    next: rows.length > asked.limit && last ? String(last.number) : null,
  }
}

// A cursor we did not write finds the start of the order or nothing; it can never reach another tenant or type.
function readCursor(after: string): number {
  const number = Number(after)
  return Number.isSafeInteger(number) ? number : 0
}
