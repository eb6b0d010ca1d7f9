import { restsOn } from './book.ts'
import { type ChapterId, chapterIds, chapterOf, isStone, type Topic, topics } from './chapters.ts'

/** A box of the drawing. The four rule-outs share one. */
export type Box = Readonly<{ id: string; chapter: ChapterId; topics: readonly Topic[]; column: number; row: number }>
export type Arrow = Readonly<{ from: string; to: string }>
export type Drawing = Readonly<{ boxes: readonly Box[]; arrows: readonly Arrow[]; columns: number }>

const ruleOuts = 'rule-outs'
const boxOf = (topic: Topic): string => (topic.id.startsWith('rule-out.') ? ruleOuts : topic.id)
const shown = topics.filter((topic) => !isStone(topic))

/** What a topic rests on, looking through stepping stones. */
function throughStones(topic: Topic, seen = new Set<string>()): readonly Topic[] {
  return restsOn(topic).flatMap((other) => {
    if (seen.has(other.id)) return []
    seen.add(other.id)
    return isStone(other) ? throughStones(other, seen) : [other]
  })
}

/** The pathway's topics in columns: each stands right of all that it rests on. Arrows that follow from others are left out. */
export function drawingOf(): Drawing {
  const ids = [...new Set(shown.map(boxOf))]
  const before = new Map<string, ReadonlySet<string>>(
    ids.map((id) => [
      id,
      new Set(
        shown
          .filter((topic) => boxOf(topic) === id)
          .flatMap((topic) => throughStones(topic).map(boxOf))
          .filter((other) => other !== id),
      ),
    ]),
  )
  const columnOf = (id: string, path: readonly string[] = []): number =>
    path.includes(id)
      ? 0
      : Math.max(0, ...[...(before.get(id) ?? [])].map((other) => columnOf(other, [...path, id]) + 1))
  const reaches = (from: string, to: string): boolean =>
    [...(before.get(to) ?? [])].some((one) => one === from || reaches(from, one))
  const arrows = ids.flatMap((to) =>
    [...(before.get(to) ?? [])]
      .filter((from) => ![...(before.get(to) ?? [])].some((between) => between !== from && reaches(from, between)))
      .map((from) => ({ from, to })),
  )
  const taken = new Map<string, number>()
  let firstRow = 0
  const boxes: Box[] = []
  for (const chapter of chapterIds) {
    const here = ids.filter((id) => chapterOf(id === ruleOuts ? 'rule-out.tumour' : id) === chapter)
    let rows = 1
    for (const id of here) {
      const column = columnOf(id)
      const key = `${chapter} ${column}`
      const below = taken.get(key) ?? 0
      taken.set(key, below + 1)
      rows = Math.max(rows, below + 1)
      boxes.push({ id, chapter, topics: shown.filter((topic) => boxOf(topic) === id), column, row: firstRow + below })
    }
    firstRow += rows
  }
  return { boxes, arrows, columns: Math.max(...boxes.map((box) => box.column)) + 1 }
}
