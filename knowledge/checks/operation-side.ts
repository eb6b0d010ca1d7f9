import { all, any, type Check, check, detail, established, is, ownJudgement } from '@facialis/language'
import { operation } from '../entries/index.ts'
import { side as affectedSide } from '../facts/index.ts'

const f = operation.fields

/** History is asked the same as what was done today: the other side may be true, and it is rare. */
export const operationChecks: readonly Check[] = [
  check('SX-03/affected-side', {
    of: operation,
    when: established(
      any(all(is(affectedSide, 'left'), is(f.side, 'right')), all(is(affectedSide, 'right'), is(f.side, 'left'))),
    ),
    effect: 'confirm',
    code: 'other-side',
    about: f.side,
    text: 'On record the {affected} side is affected, and the operation is said to have been on the {side} side.',
    tells: { affected: detail.valueOf(affectedSide), side: detail.valueOf(f.side) },
  }).because(ownJudgement('a side that is not the one on record is a slip until it is said twice, with the reason')),
]
