import { expect, it } from 'vitest'
import { perCent, sharesWhole } from './per-cent.ts'

it('no line ends between a number and its sign of per cent', () => {
  expect(perCent(60)).toBe('60\u00a0%')
  expect(perCent('2.4')).toBe('2.4\u00a0%')
  expect(sharesWhole('Pooled 2.4 % in one review and 21 to 53 % in another; a % alone stays.')).toBe(
    'Pooled 2.4\u00a0% in one review and 21 to 53\u00a0% in another; a % alone stays.',
  )
})
