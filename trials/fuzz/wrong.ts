import fc from 'fast-check'
import { blows, dented, dents, sometimes, struck } from '../../spec/support/damage.ts'
import type { Sent } from '../sender.ts'

/** A way in, and what is sent there that somebody made wrong on purpose. */
export type Door = Readonly<{
  name: string
  /** Of a hundred things that are sent. */
  share: number
  sends: fc.Arbitrary<Sent>
}>

/** A request as a good client would send it; without a body where it has none. */
export type Meant = Readonly<{ method: string; path: string; json?: unknown }>
type Headers = Readonly<Record<string, string>>

/** The same with something wrong in its body; now and then its bytes are dented too, or nothing is wrong at all. */
export const wrong = (meant: fc.Arbitrary<Meant>, headers: fc.Arbitrary<Headers>): fc.Arbitrary<Sent> =>
  fc
    .tuple(meant, sometimes(60, blows, []), sometimes(15, dents, []), headers)
    .map(([{ method, path, json }, some, more, head]) => ({
      method,
      path,
      headers: head,
      body: json === undefined ? null : dented(Buffer.from(JSON.stringify(struck(json, some)) ?? ''), more),
    }))

/** What is sent without a body, or with one that is no JSON. */
export const plain = (
  asked: fc.Arbitrary<Readonly<{ method: string; path: string; body?: Buffer }>>,
  headers: fc.Arbitrary<Headers>,
): fc.Arbitrary<Sent> =>
  fc
    .tuple(asked, headers)
    .map(([{ method, path, body }, head]) => ({ method, path, headers: head, body: body ?? null }))
