import fc from 'fast-check'

/** Words of any signs that there are. */
export const anySigns: fc.Arbitrary<string> = fc.string({ unit: 'binary', maxLength: 30 })

/** What JSON can hold that nobody expects in this place. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    [],
    {},
    0,
    -1,
    1e308,
    'Patient/demo',
    '2026-02-31',
    '2026',
    '1900-01-01T00:00:00Z',
    'http://loinc.org',
    'final',
    'entered-in-error',
    '\u0000',
    '\ud800',
    '__proto__',
    { reference: '#' },
    { reference: 'Patient?name=' },
    { coding: [null] },
    { constructor: { prototype: {} } },
    'x'.repeat(70_000),
  ),
)

/** One blow to a body: a place, however deep it lies, and what becomes of it. */
type Blow = Readonly<{ at: readonly number[]; does: 'put' | 'drop' | 'wrap'; put: unknown }>

export const blows: fc.Arbitrary<readonly Blow[]> = fc.array(
  fc.record({
    at: fc.array(fc.nat(40), { minLength: 1, maxLength: 9 }),
    does: fc.constantFrom('put', 'put', 'put', 'drop', 'wrap'),
    put: odd,
  }),
  { minLength: 1, maxLength: 3 },
)

/** A well-formed body with something in it put wrong. */
export const struck = (json: unknown, all: readonly Blow[]): unknown => all.reduce(broken, json)

function broken(json: unknown, blow: Blow): unknown {
  const { put, does } = blow
  const [first = 0, ...rest] = blow.at
  if (typeof json !== 'object' || json === null) return put
  const keys = Object.keys(json)
  const key = keys[first % (keys.length + 1)]
  if (key === undefined) return Array.isArray(json) ? [...json, put] : { ...json, another: put }
  const held = (json as Record<string, unknown>)[key]
  if (rest.length === 0 && does === 'drop') {
    if (Array.isArray(json)) return json.toSpliced(Number(key), 1)
    const { [key]: _gone, ...left } = json as Record<string, unknown>
    return left
  }
  const inner = rest.length > 0 ? broken(held, { ...blow, at: rest }) : does === 'wrap' ? [held, { held }] : put
  return Array.isArray(json) ? json.with(Number(key), inner) : { ...json, [key]: inner }
}

/** One dent in bytes: a place, and what becomes of what stands there. */
type Dent = Readonly<{ at: number; does: 'flip' | 'drop' | 'put' | 'repeat' | 'cut'; bytes: Uint8Array }>

export const dents: fc.Arbitrary<readonly Dent[]> = fc.array(
  fc.record({
    at: fc.nat(),
    does: fc.constantFrom('flip', 'flip', 'drop', 'put', 'repeat', 'cut'),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 4 },
)

/** The same bytes with damage as a bad line or a bad disk does it. */
export const dented = (bytes: Buffer, all: readonly Dent[]): Buffer => all.reduce(damaged, bytes)

function damaged(bytes: Buffer, { at: anywhere, does, bytes: other }: Dent): Buffer {
  const at = bytes.length === 0 ? 0 : anywhere % bytes.length
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (does) {
    case 'flip':
      return Buffer.concat([
        before,
        Buffer.from(other.map((one, index) => one ^ (after[index] ?? 0))),
        after.subarray(other.length),
      ])
    case 'drop':
      return Buffer.concat([before, after.subarray(other.length)])
    case 'put':
      return Buffer.concat([before, other, after])
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, Math.min(bytes.length, at + 20)), after])
    case 'cut':
      return before
    default:
      return does satisfies never
  }
}

/** This in so many of a hundred cases, else what stands for nothing. */
export const sometimes = <T>(share: number, what: fc.Arbitrary<T>, nothing: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: share, arbitrary: what }, { weight: 100 - share, arbitrary: fc.constant(nothing) })
