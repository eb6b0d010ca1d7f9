import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import {
  brokenPromise,
  type Claimed,
  classifyMutants,
  killedBy,
  type Mutant,
  mutantDigest,
  mutantsOf,
  mutated,
} from '@facialis/engine/mutants/index.ts'
import { hemifacialSpasm } from '@facialis/knowledge'
import type { Pathway } from '@facialis/language'
import { describe, expect, it } from 'vitest'
import { claims } from '../../cli/prove/claims.ts'
import { knee } from '../every-form/knee/index.ts'

const mutants = mutantsOf(hemifacialSpasm)
const named = (...ids: readonly string[]) => {
  const found = mutants.filter(({ id }) => ids.includes(id))
  expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort())
  return found
}

describe('a small mistake in a rule', () => {
  it('has a name of its own', () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
  })

  it('leaves nothing as it was', () => {
    const made = mutantsOf(knee)
    expect(made.length).toBeGreaterThan(400)
    expect(made.filter(({ part, by }) => isDeepStrictEqual(part, by)).map(({ id }) => id)).toEqual([])
  })

  it.each([
    'botulinum: BT-02/tumour dropped',
    'botulinum: BT-05 dropped',
    'botulinum: BT-05 is a caution',
    'botulinum: DX-05 dropped',
    'cause: ET-01 dropped',
    'cause: DX-07 dropped',
    'decompression: SX-01 dropped',
    'response.surgery: SX-08 dropped',
    'response.toxin: BT-09 dropped',
    'reads.tumour: positive below cleared',
    'reads.vascular-malformation: positive below cleared',
    'reads.demyelination: positive below cleared',
    'reads.other-lesion: positive below cleared',
  ])('is noticed by an example person: %s', (id) => {
    const [killed] = killedBy(hemifacialSpasm, named(id), claims())
    expect(killed?.by).not.toBeNull()
  })

  it('in the pathway as it stands is none: nobody notices anything', () => {
    const unchanged = nothingChanged()
    expect([...killedBy(hemifacialSpasm, [unchanged], claims())]).toEqual([{ mutant: unchanged, by: null }])
  })

  it('breaks a promise where it opens a gate', () => {
    const [mutant] = named('cause: ET-03 answers vascular-presumed')
    expect(mutant && brokenPromise(hemifacialSpasm, mutant)).not.toBeNull()
  })

  it('that tells everybody the same is told from one that does not', () => {
    const [first] = claims()
    const asked = named('response.toxin: BT-09 below BT-17', 'response.toxin: BT-17 dropped')
    const found = [...classifyMutants(hemifacialSpasm, asked, (first as Claimed).asking)]
    expect(new Map(found.map((one) => [one.mutant.id, one.found === 'same']))).toEqual(
      new Map([
        ['response.toxin: BT-09 below BT-17', true],
        ['response.toxin: BT-17 dropped', false],
      ]),
    )
  })
})

describe('what was proved of a mistake', () => {
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  const about = 'response.toxin: BT-17 dropped'
  const markIn = (pathway: Pathway): string =>
    mutantDigest(hash)(mutantsOf(pathway).find(({ id }) => id === about) as Mutant)
  const before = markIn(hemifacialSpasm)
  const changedBy = (id: string): Pathway => mutated(hemifacialSpasm, named(id)[0] as Mutant)

  it('counts no more once a rule is changed where it may show', () => {
    expect(markIn(changedBy('response.toxin: BT-09 below BT-17'))).not.toBe(before)
  })

  it('counts on when rules are changed elsewhere, or words alone', () => {
    expect(markIn(changedBy('response.surgery: SX-08 dropped'))).toBe(before)
    const decisions = hemifacialSpasm.decisions.map((one) => ({ ...one, asks: `${one.asks} (worded otherwise)` }))
    const renamed = { ...hemifacialSpasm, decisions }
    expect(mutantDigest(hash)(mutantsOf(renamed).find(({ id }) => id === about) as Mutant)).toBe(before)
  })

  const marks = (pathway: Pathway): readonly string[] =>
    mutantsOf(pathway)
      .filter((_, at) => at % 9 === 0)
      .map(mutantDigest(hash))
  const marksOfKnee = marks(knee)

  it.each(['because', 'text', 'label', 'plural', 'question', 'asks', 'neutral'])(
    'counts on for every mistake when what stands as "%s" is worded otherwise throughout',
    (word) => {
      const otherwise = wordedOtherwise(knee, (_, key) => key === word)
      expect(isDeepStrictEqual(otherwise, knee)).toBe(false)
      expect(marks(otherwise)).toEqual(marksOfKnee)
    },
  )

  it('counts on for every mistake when clinicians call a condition otherwise, and not when what a step counts from is', () => {
    const called = (of: (node: object) => boolean): Pathway =>
      wordedOtherwise(knee, (node, key) => key === 'name' && of(node))
    const isCondition = (node: object): boolean => Reflect.get(node, 'kind') === 'named'
    expect(isDeepStrictEqual(called(isCondition), knee)).toBe(false)
    expect(marks(called(isCondition))).toEqual(marksOfKnee)
    expect(marks(called((node) => !isCondition(node)))).not.toEqual(marksOfKnee)
  })
})

type IsWords = (node: object, key: string) => boolean

/** The same all through, and shared where it was, but for what is words. */
function wordedOtherwise<T>(whole: T, isWords: IsWords, made = new Map<unknown, unknown>()): T {
  if (typeof whole !== 'object' || whole === null) return whole
  const known = made.get(whole)
  if (known !== undefined) return known as T
  const copy: Record<string, unknown> = Array.isArray(whole) ? ([] as never) : {}
  made.set(whole, copy)
  for (const [key, value] of Object.entries(whole))
    copy[key] = isWords(whole, key)
      ? Array.isArray(value)
        ? []
        : 'worded otherwise'
      : wordedOtherwise(value, isWords, made)
  return copy as T
}

/** A mutant that changes nothing. */
function nothingChanged(): Mutant {
  const [one] = mutants as readonly [Mutant, ...Mutant[]]
  return { ...one, by: one.part, now: (node) => node }
}
