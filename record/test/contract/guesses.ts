import { describe, expect, test } from 'vitest'
import { freshFolder, freshRecord, opened } from '../fixture.ts'

/** What counting guesses promises. */
export function guessing(): void {
  const clock = (start = '2026-11-23T08:00:00.000Z') => {
    const present = { at: start }
    return { present, now: () => present.at }
  }
  const by = [
    { name: 'ann from here', most: 2 },
    { name: 'here', most: 3 },
  ]

  describe('guesses at passwords', () => {
    test('of two servers on one record both count the same ones', async () => {
      const folder = freshFolder()
      const { now } = clock()
      const [one, other] = [await opened(folder, { now }), await opened(folder, { now })]
      expect(await one.guesses.guess(by)).toBe(0)
      expect(await other.guesses.guess(by)).toBe(0)
      expect(await one.guesses.guess(by)).toBe(60)
      expect(await other.guesses.guess(by)).toBe(60)
    })

    test('of a hundred at once on two servers as many are looked at as may be, and no more', async () => {
      const folder = freshFolder()
      const { now } = clock()
      const servers = [await opened(folder, { now }), await opened(folder, { now })]
      const waits = await Promise.all(
        Array.from({ length: 100 }, (_, at) => servers[at % 2]?.guesses.guess([{ name: 'ann', most: 5 }])),
      )
      expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
    })

    test('one that has to wait counts for nothing, and the oldest is forgotten after a minute', async () => {
      const { present, now } = clock()
      const { guesses } = await freshRecord({ now })
      expect(await guesses.guess(by)).toBe(0)
      present.at = '2026-11-23T08:00:30.000Z'
      expect(await guesses.guess(by)).toBe(0)
      expect(await guesses.guess(by)).toBe(30)
      present.at = '2026-11-23T08:01:00.000Z'
      expect(await guesses.guess(by)).toBe(0)
      expect(await guesses.guess(by)).toBe(30)
      // By the other name there was one more than that.
      expect(await guesses.guess([{ name: 'here', most: 3 }])).toBe(0)
    })

    test('a right one is taken back, and forgives what it should', async () => {
      const { guesses } = await freshRecord({ now: clock().now })
      await guesses.guess(by)
      await guesses.guess(by)
      await guesses.right(['here'], ['ann from here'])
      expect(await guesses.guess(by)).toBe(0)
      expect(await guesses.guess(by)).toBe(0)
      expect(await guesses.guess([{ name: 'here', most: 3 }])).toBe(60)
    })

    test('they are as old as they were after the clock was put back, and a clock a little ahead holds up nobody for long', async () => {
      const { present, now } = clock()
      const record = await freshRecord({ now })
      const once = [{ name: 'ann', most: 1 }]
      await record.guesses.guess(once)
      present.at = '2026-11-23T08:00:20.000Z'
      await record.auditRead({ actor: { id: 'x' }, what: 'something' })
      present.at = '2026-11-23T06:00:00.000Z'
      expect(await record.guesses.guess(once)).toBe(40)
      present.at = '2026-11-23T05:59:30.000Z'
      expect(await record.guesses.guess(once)).toBe(60)
      present.at = '2026-11-23T06:00:30.000Z'
      expect(await record.guesses.guess(once)).toBe(0)
    })
  })

  test('names that are nobody’s are told at the first of an hour, and together after it, without the names', async () => {
    const { present, now } = clock()
    const folder = freshFolder()
    const [record, other] = [await opened(folder, { now }), await opened(folder, { now })]
    const told = async () =>
      (await record.auditEntries({ actorId: 'nobody', limit: 9 })).map(({ outcome, beside }) => [outcome, beside.what])
    await record.unknownName('quiet lantern')
    const first = ['refused', 'one try under a name that is nobody’s']
    expect(await told()).toEqual([first])
    for (let at = 0; at < 40; at += 1) await (at % 2 === 0 ? record : other).unknownName(`name ${at % 3}`)
    expect(await told()).toEqual([first])
    present.at = '2026-11-23T09:00:00.000Z'
    await other.unknownName('quiet lantern')
    const hour = ['refused', '41 tries in the hour from 2026-11-23T08:00Z, under some 4 names that are nobody’s']
    expect(await told()).toEqual([first, hour, first])
    expect(await record.verify()).toMatchObject({ ok: true })
  })
}
