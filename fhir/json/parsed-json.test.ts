import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CachingParser, parseJson, parseUnambiguousJson } from './parse-json.ts'

const parser = new CachingParser()

type Made = Readonly<{ value: unknown }> | Readonly<{ problem: string }>

function madeBy(parse: (text: string) => unknown, text: string): Made {
  try {
    return { value: parse(text) }
  } catch (error) {
    return { problem: String(error) }
  }
}

/** The same value with its members in the same order, or the same problem; twice, for then its parts are known. */
function readsAlike(text: string): void {
  const expected = madeBy(JSON.parse, text)
  for (let time = 0; time < 2; time++) {
    const made = madeBy((one) => parser.parsed(one), text)
    if (!isDeepStrictEqual(made, expected)) expect(made).toBe(expected)
    expect(JSON.stringify(made)).toBe(JSON.stringify(expected))
  }
}

const names = fc.constantFrom(
  ...['resourceType', 'id', 'code', 'coding', 'system', 'text', 'entry', 'resource', 'component', 'contained'],
  ...['valueQuantity', '', '1', 'é', '__proto__', 'constructor', 'a"b', 'x'.repeat(40)],
)
const words = fc.oneof(
  fc.constantFrom(
    'Observation',
    'final',
    '2026-06-01',
    'yes',
    '}',
    '{"',
    '\\',
    '’',
    '\u0000',
    '\ud800',
    '\ufffd',
    'é}',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const leaves = fc.oneof(words, fc.double({ noNaN: true }), fc.integer(), fc.boolean(), fc.constant(null))
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    leaves,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(names, tie('json'), { maxKeys: 5 }),
  ),
}))
const written = fc
  .tuple(json, fc.constantFrom(undefined, 1, '\t'), fc.boolean())
  .map(
    ([value, space, isPadded]) =>
      `${isPadded ? ' \n' : ''}${JSON.stringify(value, null, space)}${isPadded ? '\r\t' : ''}`,
  )

/** Some letters taken out, doubled or replaced by what means something in such a text. */
const changes = fc.array(
  fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom(...'{}[]",:\\/u0-.eE tfn\n\u0001\u007f’é', '\ud800', '\ufeff', '')),
  { minLength: 1, maxLength: 4 },
)
const changed = fc.tuple(written, changes).map(([text, all]) =>
  all.reduce((before, [at, length, put]) => {
    const from = at % (before.length + 1)
    return before.slice(0, from) + put + before.slice(from + length)
  }, text),
)

describe('a text of a record', () => {
  it('is what JSON.parse makes of it', () => {
    fc.assert(fc.property(written, readsAlike), { numRuns: 2000 })
  })

  it('is refused as JSON.parse refuses it, wherever it is broken', () => {
    fc.assert(fc.property(changed, readsAlike), { numRuns: 4000 })
  })

  it('is read to its own end, whatever a longer one before it held', () => {
    const text = '{"entry":[{"resource":{"code":{"coding":[{"system":"a","code":"b"}]}}}]}'
    for (let end = text.length; end >= 0; end--) {
      readsAlike(text)
      readsAlike(text.slice(0, end))
    }
  })

  it('is itself, however many came before', () => {
    for (let n = 0; n < 4000; n++) {
      const filling = 'long '.repeat(70)
      const text = JSON.stringify({ [`name-${n}`]: `word-${n}`, code: { text: filling, n } })
      if (JSON.stringify(parser.parsed(text)) !== text) throw new Error(`${text} is read as something else.`)
    }
  })

  it('is read all the same where texts hold nothing but what is new', () => {
    for (let n = 0; n < 12_000; n++) {
      const text = JSON.stringify({ code: { n } })
      if (JSON.stringify(parseJson(text)) !== text) throw new Error(`${text} is read as something else.`)
    }
    expect(() => parseJson('{"code":{"n":1}')).toThrow(SyntaxError)
  })

  it('has texts that begin alike and go on otherwise', () => {
    for (const code of ['left', 'right', 'both', 'none'])
      for (const time of ['once', 'again', 'and again'])
        readsAlike(`{"code":{"coding":[{"system":"a"},{"code":"${code}"}]},"time":"${time}"}`)
  })

  it('is read though it is deep, or large', () => {
    readsAlike(`${'{"resource":'.repeat(400)}1${'}'.repeat(400)}`)
    readsAlike('['.repeat(400))
    readsAlike(JSON.stringify({ text: 'x'.repeat(2_000_000) }))
  })

  it('shares what it holds with others in a way that nobody can change', () => {
    const [one, other] = [1, 2].map((n) => parser.parsed(`{"id":"${n}","code":{"coding":[{"code":"shared"}]}}`)) as [
      { code: { coding: { code: string }[] } },
      { code: { coding: { code: string }[] } },
    ]
    expect(() => {
      ;(one.code.coding[0] as { code: string }).code = 'other'
    }).toThrow(TypeError)
    expect(() => one.code.coding.pop()).toThrow(TypeError)
    expect(other.code.coding[0]?.code).toBe('shared')
  })
})

describe('a member named twice', () => {
  it.each([
    ['{"id":"1","id":"1"}', true],
    ['{"code":{"coding":[{"code":"a","code":"b"}]}}', true],
    ['{"entry":[{"resource":{"status":"final","status":"entered-in-error"}}]}', true],
    ['{"a":{"a":{"a":1}},"b":[{"a":2},{"a":3}]}', false],
    [`{"${'x'.repeat(70)}":1,"text":"a:b\\":","${'x'.repeat(70)}":2}`, true],
    [JSON.stringify({ text: '"id":1, "id":2', constructor: 1, toString: 2 }), false],
  ])('in %s: %s', (text, isTwice) => {
    // Known by then, and where nothing but new things are read.
    for (let time = 0; time < 40; time++)
      expect(parseUnambiguousJson(text)).toEqual(isTwice ? undefined : JSON.parse(text))
  })
})
