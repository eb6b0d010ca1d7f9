import { isPastReview, type Passage } from '@facialis/language'
import { describe, expect, test } from 'vitest'
import * as sources from './index.ts'
import { chapters, passages } from './index.ts'
import { seedPage } from './seed.ts'

const named = Object.entries(sources).filter(
  (entry): entry is [string, Passage] =>
    typeof entry[1] === 'object' && entry[1] !== null && 'kind' in entry[1] && entry[1].kind === 'passage',
)
const repeated = (words: readonly string[]) => words.filter((word, index) => words.indexOf(word) !== index)

describe('passages', () => {
  test('each is found under its own id', () => {
    expect(named.filter(([name, passage]) => name !== passage.id).map(([name]) => name)).toEqual([])
    expect(
      chapters.flatMap((chapter) => Object.entries(chapter)).filter(([name]) => /^[SKAT]\d/.test(name)).length,
    ).toBe(passages.filter((passage) => /^[SKAT]\d/.test(passage.id)).length)
  })

  test('no id stands for two passages, and the list leaves none out', () => {
    expect(repeated(passages.map((passage) => passage.id))).toEqual([])
    expect(new Set(passages)).toEqual(new Set(named.map(([, passage]) => passage)))
  })

  test('no source id stands for two sources', () => {
    const titles = new Map<string, string>()
    for (const { source } of passages) {
      expect(titles.get(source.id) ?? source.title).toBe(source.title)
      titles.set(source.id, source.title)
    }
  })

  test('every statement of the seed page and every correction can be cited', () => {
    const ids = new Set(passages.map((passage) => passage.id))
    for (let n = 1; n <= 17; n++) expect(ids).toContain(`S${n}`)
    for (let n = 1; n <= 29; n++) expect(ids).toContain(`A${n}`)
  })

  test.each(passages.map((passage) => [passage.id, passage] as const))(
    '%s says where it stands, in at most three sentences of our own and without quotation',
    (_, passage) => {
      expect(passage.locator.trim()).not.toBe('')
      expect(passage.paraphrase).toMatch(/^[A-ZÀ-Ý\d].*\.$/)
      expect(passage.paraphrase).not.toMatch(/["“”«»]/)
      expect(passage.paraphrase.split(/[.!?] (?=[A-Z])/).length).toBeLessThanOrEqual(3)
      expect(passage.source.dated).toMatch(/^\d{4}(-\d\d){0,2}$/)
      expect(passage.source.reviewBy).toMatch(/^\d{4}-\d\d(-\d\d)?$/)
    },
  )

  test('the sixteen statements of the seed page that rules must carry are normative, its page foot is not', () => {
    const normative = passages.filter((passage) => passage.source === seedPage && passage.normative).map(({ id }) => id)
    expect(normative).toEqual(Array.from({ length: 16 }, (_, index) => `S${index + 1}`))
  })

  test('nothing unverified has to be carried by a rule', () => {
    expect(passages.filter((passage) => passage.normative && passage.unverified)).toEqual([])
  })
})

describe('age of a source', () => {
  test('the seed page is shown as past its review date', () => {
    expect(isPastReview(seedPage, '2026-11-23')).toBe(true)
  })

  test.each([
    ['2023-03-31', false],
    ['2023-04-30', false],
    ['2023-05-01', true],
  ])('on %s the seed page is past its review: %s', (day, past) => {
    expect(isPastReview(seedPage, day)).toBe(past)
  })

  test('a source read this year is in date until two years later', () => {
    const label = passages.find((passage) => passage.id === 'K54')
    expect(label && isPastReview(label.source, '2028-11-30')).toBe(false)
    expect(label && isPastReview(label.source, '2028-12-01')).toBe(true)
  })
})
