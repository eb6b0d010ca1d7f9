import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UnreadableBody } from '../../http/json-scan.ts'
import { streamingJson } from '../../http/streaming-json.ts'

type Cut = Readonly<{ parts: number; text: string }>

/** A text in parts of any size, as a line brings it. */
const read = ({ text, parts }: Cut): unknown => {
  const coming = streamingJson(JSON.parse)
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += parts) coming.take(bytes.subarray(at, at + parts))
  return coming.end()
}
const atOnce = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return 'no JSON'
  }
}
const asItComes = (cut: Cut): unknown => {
  try {
    return read(cut)
  } catch {
    return 'no JSON'
  }
}

/** Enough of it that it is not read in one run. */
const long = 'ä"\\ '.repeat(5000)
const word = fc.oneof(fc.constant(long), fc.constantFrom('', '\\', '"', '[', ']}', 'é', '😀', ', '), fc.string())
const value = fc.letrec((tie) => ({
  leaf: fc.oneof(word, fc.double({ noNaN: true }), fc.constantFrom(null, true, [], {})),
  list: fc.array(tie('any'), { maxLength: 12 }),
  object: fc.dictionary(word, tie('any'), { maxKeys: 5, noNullPrototype: true }),
  any: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('list'), tie('object')),
})).any
const partsOf = fc.constantFrom(7, 1500, 4096, 65_536, 10_000_000)

describe('a body that is read as it comes', () => {
  it('says what it says when it is read at once', () => {
    fc.assert(
      fc.property(value, partsOf, fc.constantFrom(0, 1), (one, parts, space) => {
        const text = JSON.stringify({ entry: [one, long, one, long], one }, null, space)
        expect(read({ text, parts })).toEqual(JSON.parse(text))
      }),
      { numRuns: 60 },
    )
  })

  it('is no JSON where it is none when it is read at once', () => {
    const places = fc.double({ min: 0, max: 1, noNaN: true })
    const change = fc.constantFrom('', ',', '[', ']', '{', '}', '"', '\\', ':', '1', ' ')
    const text = JSON.stringify({
      entry: [[1, long], { a: long }, long, [], long, 2],
      other: [long, {}, long, long, long],
    })
    fc.assert(
      fc.property(places, places, change, partsOf, (from, length, instead, parts) => {
        const at = Math.floor(from * text.length)
        const changed = text.slice(0, at) + instead + text.slice(at + Math.floor(length * 3))
        expect(asItComes({ text: changed, parts })).toEqual(atOnce(changed))
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['a comma too many at the end of a long list', `{"entry":[${`"${long}",`.repeat(5)}]}`],
    ['a comma too many at its beginning', `{"entry":[${' '.repeat(70_000)},1]}`],
    ['a long list that is never closed', `{"entry":[${`"${long}",`.repeat(5)}1`],
    ['a long list that closes like an object', `{"entry":[${`"${long}",`.repeat(5)}1}}`],
  ])('is no JSON with %s', (_, text) => {
    expect(() => read({ text: text.replaceAll(long, 'x'.repeat(30_000)), parts: 65_536 })).toThrow()
  })

  it('says one thing: where an object names something twice, it is refused with the place', () => {
    const long = (of: string) => JSON.stringify(Array.from({ length: 5 }, () => of.repeat(30_000)))
    const entry = `{"resource":{"id":"a","status":"final","\\u0069d":"b"}}`
    for (const [text, where] of [
      ['{"a":1,"a":1}', 'a'],
      ['{"a":"\\"a\\":[{","b":[[],{"c":{}},{"c":1,"d":{"a b":1,"a b":2}}]}', 'b[2].d["a b"]'],
      [`{"entry":${long('a')},"entry":${long('b')},"more":{"entry":${long('c')}}}`, 'entry'],
      [`{"x":{"list":${long('a').slice(0, -1)},${entry}]}}`, 'x.list[5].resource.id'],
      [`[${entry},${long('a').slice(1)}`, '[0].resource.id'],
    ] as const)
      for (const parts of [1500, 65_536, 10_000_000])
        expect(() => read({ text, parts }), where).toThrow(expect.objectContaining({ statusCode: 400, where }))
    const once = `{"a":{"a":{"a":":"}},"b":[{"a":1},{"a":":"}],"c":${long('a')},"d":{"c":[]}}`
    expect(read({ text: once, parts: 1500 })).toEqual(JSON.parse(once))
  })

  it('holds up nobody when it is sent byte by byte', () => {
    // What comes before a long list, and the list itself, in as many parts as they have bytes: looked through again for
    // each part, it would hold up everybody for longer than this test may take.
    const body = { text: 'x'.repeat(400_000), entry: Array.from({ length: 40_000 }, () => 11), end: 'ä' }
    expect(read({ text: JSON.stringify(body), parts: 1 })).toEqual(body)
  }, 10_000)

  it('is given up at the first byte that is too much, however much follows', () => {
    const coming = streamingJson(JSON.parse)
    expect(() => coming.take(Buffer.from(`{"a":[${'0,'.repeat(50_000)}`))).toThrow(UnreadableBody)
    expect(() => streamingJson(JSON.parse).take(Buffer.from('['.repeat(41)))).toThrow(UnreadableBody)
    // It may be read, but not in one go, for which everybody else would wait.
    const some = `[${'{"a":0},'.repeat(4999)}0]`
    for (const [before, after] of [
      ['[[', ']]'],
      ['{"a":{"b":[[', ']]}}'],
    ] as const) {
      expect(read({ text: before + Array(10).fill(some).join() + after, parts: 65_536 })).toBeDefined()
      expect(() => read({ text: before + Array(30).fill(some).join() + after, parts: 65_536 })).toThrow(UnreadableBody)
    }
    const short = JSON.stringify(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [at, JSON.parse(some)])))
    expect(() => read({ text: short, parts: 65_536 })).toThrow(UnreadableBody)
    const letters = streamingJson(JSON.parse)
    letters.take(Buffer.from(`["${'a'.repeat(6_000_000)}`))
    expect(() => letters.take(Buffer.from('a'.repeat(6_000_000)))).toThrow(UnreadableBody)
  })
})
