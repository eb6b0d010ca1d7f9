import { expect, it } from 'vitest'
import { factOf } from '../../pathway.ts'
import { closureAct, isWhole, nothingClosed } from './closure.ts'
import { words } from './words.ts'

const say = {
  how: (h: string) => `Closed: ${h}.`,
  reason: (r: string) => `Reason: ${r}`,
  wayBack: (w: string) => `Way back: ${w}`,
}

it('an episode closes only with a reason and a way back', () => {
  expect(isWhole(nothingClosed)).toBe(false)
  expect(isWhole({ how: 'discharged', reason: 'Free for two years', wayBack: '' })).toBe(false)
  expect(isWhole({ how: 'discharged', reason: 'Free for two years', wayBack: 'Ring the nurse line' })).toBe(true)
  expect(isWhole({ how: 'deceased', reason: 'Told by the family', wayBack: '' })).toBe(true)
})

it('the reason and the way back are written beside the fact', () => {
  const act = closureAct(
    { how: 'discharged', reason: ' Free for two years ', wayBack: 'Ring the nurse line' },
    '2026-11-23',
    say,
  )
  expect(act).toMatchObject({ kind: 'closure', facts: { 'episode.closed': 'discharged' } })
  expect(act.note).toBe('Closed: discharged.\nReason: Free for two years\nWay back: Ring the nurse line')
})

it('every way to close is one the pathway knows', () => {
  const fact = factOf('episode.closed')
  const values = fact !== null && 'values' in fact ? fact.values : []
  expect(Object.keys(words.closure.hows).sort()).toEqual(values.filter((value) => value !== 'no').sort())
})
