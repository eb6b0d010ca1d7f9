import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inUseAmong } from '@facialis/fhir/read/linked-people.ts'
import { writeError } from '../output/write-errors.ts'
import type { Merge } from './line-subject.ts'

/** One line as it came, and where: the position of its file and the number of the line. */
export type Line = Readonly<{ text: string; file: number; number: number }>
export type Person = Readonly<{ key: string; lines: readonly Line[] }>

/** How many characters are kept in memory before people are sorted into files. */
const most = 400_000_000
/** Each of these is later read as a whole; so many keep each small. */
const drawers = 256
const drawerText = 1 << 18
/** So many people in memory are one part. */
const together = 1000

/**
 * Lines of many people, in any order, brought together person by person. What does not fit in memory is sorted into a few hundred
 * temporary files by a number made from the person's key, so that a person's lines are in one of them, however far apart they came.
 */
export function groupingByPerson({ mostText = most }: Readonly<{ mostText?: number }> = {}) {
  let inMemory = new Map<string, Line[]>()
  let text = 0
  let folder: string | null = null
  const waiting: string[] = Array.from({ length: drawers }, () => '')
  /** By the key of a record that was merged, that of the one it was merged into. */
  const into = new Map<string, string>()

  const put = (key: string, { text, file, number }: Line): void => {
    const drawer = drawerOf(key)
    waiting[drawer] += `${file} ${number} ${key}\n${text}\n`
    if ((waiting[drawer] as string).length > drawerText) writeDown(drawer)
  }
  const writeDown = (drawer: number): void => {
    const file = join(folder as string, String(drawer))
    try {
      appendFileSync(file, waiting[drawer] as string)
    } catch (error) {
      throw writeError(file, error)
    }
    waiting[drawer] = ''
  }

  const inUseOf = inUseAmong(into)
  /** Puts what stands under a key that was merged under the one in use. */
  const bringTogether = (): void => {
    const merged = [...into.keys()].filter((key) => inUseOf(key) !== key)
    if (folder === null) {
      for (const key of merged) {
        const lines = inMemory.get(key) ?? []
        inMemory.delete(key)
        const inUse = inUseOf(key)
        if (lines.length > 0) inMemory.set(inUse, [...(inMemory.get(inUse) ?? []), ...lines])
      }
      return
    }
    for (const [drawer, among] of Map.groupBy(merged, drawerOf)) {
      const keys = new Set(among)
      const file = join(folder, String(drawer))
      const people = peopleIn({ people: null, file })
      const moved = among.flatMap((key) => (people.get(key) ?? []).map((line) => [inUseOf(key), line] as const))
      writeFileSync(file, '')
      for (const [key, lines] of people) if (!keys.has(key)) for (const one of lines) put(key, one)
      for (const [key, line] of moved) put(key, line)
    }
    for (const drawer of waiting.keys()) writeDown(drawer)
  }

  return {
    /** Whatever comes of one of these, before or after this, is one person's with what comes of the other. */
    merge: ({ merged, inUse }: Merge): void => void into.set(merged, inUse),
    add: (key: string, line: Line): void => {
      if (folder !== null) {
        put(key, line)
        return
      }
      const lines = inMemory.get(key)
      if (lines) lines.push(line)
      else inMemory.set(key, [line])
      text += line.text.length
      if (text <= mostText) return
      folder = mkdtempSync(join(tmpdir(), 'facialis-cohort-'))
      for (const [person, lines] of inMemory) for (const one of lines) put(person, one)
      inMemory = new Map()
    },
    /** Everybody, a part at a time. */
    *parts(): Generator<PeoplePart> {
      if (folder !== null) {
        for (const drawer of waiting.keys()) writeDown(drawer)
        bringTogether()
        for (const drawer of waiting.keys()) yield { people: null, file: join(folder, String(drawer)) }
        return
      }
      bringTogether()
      const all = [...inMemory]
      for (let from = 0; from < all.length; from += together)
        yield { people: new Map(all.slice(from, from + together)), file: null }
    },
    /** Of how many parts everybody is made up. */
    count: (): number => (folder === null ? Math.ceil(inMemory.size / together) : drawers),
    /** Removes what was written down. */
    end: (): void => {
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** People in memory, or the file they were sorted into. */
export type PeoplePart =
  | Readonly<{ people: ReadonlyMap<string, readonly Line[]>; file: null }>
  | Readonly<{ people: null; file: string }>

export function peopleIn(part: PeoplePart): ReadonlyMap<string, readonly Line[]> {
  if (part.people) return part.people
  const people = new Map<string, Line[]>()
  const lines = readFileSync(part.file, 'utf8').split('\n')
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const [file = '', number = '', ...rest] = (lines[at] as string).split(' ')
    const key = rest.join(' ')
    const line = { text: lines[at + 1] as string, file: Number(file), number: Number(number) }
    const before = people.get(key)
    if (before) before.push(line)
    else people.set(key, [line])
  }
  return people
}

/** FNV-1a. */
function drawerOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % drawers
}
