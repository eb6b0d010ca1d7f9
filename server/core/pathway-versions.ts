import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inOrder, readRelease, untouchedHead } from '@facialis/engine/govern/index.ts'
import { memoiseWeak, type Pathway } from '@facialis/language'
import type { Result } from '@facialis/record'

/** The pathway versions that an episode may follow: the current one and every earlier release. */
export type PathwayVersions = Readonly<{
  /** The newest that counts today: a release decides nothing before the day from which it is in effect. */
  newest: Pathway
  /** From when the version that came with this copy counts, `YYYY-MM-DD`; null where it does already. */
  waitsUntil: string | null
  /** The pathway of a version; null where this copy does not have it. */
  of: (version: string) => Pathway | null
  /** Who speaks to somebody that follows a version: it, or the newest where it is not here or does not count yet. */
  speaking: (follows: string) => Pathway
}>

/** What was released. */
export type Released = Readonly<{
  /** Each version and the day from which it counts, lowest first. */
  begins: readonly Readonly<{ version: string; from: string }>[]
  of: PathwayVersions['of']
}>

/** `ours` came with this copy; each of the released is asked for once, when somebody follows it. `today`: `YYYY-MM-DD`. */
export function openPathwayVersions(ours: Pathway, released: Released, today: () => string): PathwayVersions {
  const read = new Map<string, Pathway>([[ours.version, ours]])
  const of: PathwayVersions['of'] = (version) => {
    const known = read.get(version)
    if (known) return known
    const found = released.of(version)
    if (found) read.set(version, found)
    return found
  }
  const counts = (version: string): boolean =>
    released.begins.every((one) => one.version !== version || one.from <= today())
  const lower = released.begins.filter((one) => inOrder(one, ours) < 0).reverse()
  const newest = (): Pathway => {
    if (counts(ours.version)) return ours
    const last = lower.find(({ from }) => from <= today())
    // Before any has begun there is nothing else to go by.
    return (last && of(last.version)) ?? ours
  }
  return {
    get newest() {
      return newest()
    },
    get waitsUntil() {
      return newest() === ours ? null : (released.begins.find(({ version }) => version === ours.version)?.from ?? null)
    },
    of,
    speaking: (follows) => (counts(follows) ? of(follows) : null) ?? newest(),
  }
}

const folder = fileURLToPath(import.meta.resolve('@facialis/knowledge/releases/README.md')).replace(/README\.md$/, '')
const judged = (id: string) => ({ hash: (text: string) => hash('sha256', text), of: id })

/**
 * The releases of a pathway that came with this copy, each read when somebody follows it. A file that was touched, or is
 * of something else, is told before anybody is treated by it. They are looked at once, as what they came with is.
 */
export const releasedVersions = memoiseWeak(({ id }: Pick<Pathway, 'id'>): Result<Released> => {
  const judging = judged(id)
  const texts = new Map<string, string>()
  const begins: { version: string; from: string }[] = []
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.release'))) {
    const where = join(folder, name)
    const text = readFileSync(where, 'utf8')
    const head = untouchedHead(text, judging)
    if (!head.ok) {
      const sentence = `A release of the pathway cannot be read: ${head.sentence}.`
      return { ok: false, problem: { code: 'bad-release', sentence, where } }
    }
    texts.set(head.value.version, text)
    begins.push({ version: head.value.version, from: head.value.released.effectiveFrom })
  }
  return {
    ok: true,
    value: {
      begins: begins.sort(inOrder),
      of: (version) => {
        const text = texts.get(version)
        if (text === undefined) return null
        const release = readRelease(text, judging)
        if (!release.ok) throw new Error(`The release ${version} cannot be read: ${release.sentence}.`)
        return release.value.pathway
      },
    },
  }
})
