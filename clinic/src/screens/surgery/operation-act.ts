import type { Act, PatientView } from '@facialis/wire'
import { checksOfAct } from '../../pathway.ts'
import { entryOfKind, only, type Typed } from '../follow-up/typed.ts'
import { words } from './words.ts'

/** What is typed on the form and is no field of the operation. */
const beside = ['date', 'note', 'sideAgain', 'sideReason']

const textOf = (typed: Typed, id: string): string => {
  const value = typed[id]
  return typeof value === 'string' ? value.trim() : ''
}

/** The side was typed a second time, in letters, and why it is not the one on record. */
export const sideSaidTwice = (typed: Typed): boolean =>
  textOf(typed, 'sideAgain').toLowerCase() === typed['operation.side'] && textOf(typed, 'sideReason') !== ''

/** What the pathway wants said twice of the operation as it is typed; null when nothing. */
export function asksAgain(
  typed: Typed,
  { chart, today, policy }: Pick<PatientView, 'chart' | 'today' | 'policy'>,
): string | null {
  const act = operationAct(typed, { day: today, today, asksAgain: false })
  return (
    checksOfAct({ chart, today, policy, act }).find(({ effect, truth }) => effect === 'confirm' && truth !== 'no')
      ?.text ?? null
  )
}

/** The operation as it is sent; what the pathway wants said twice only as the second, explicit saying of it. */
export function operationAct(
  typed: Typed,
  { day, today, asksAgain: isAsked }: Readonly<{ day: string; today: string; asksAgain: boolean }>,
): Act {
  const isMeant = isAsked && sideSaidTwice(typed)
  const reason = isMeant
    ? words.operation.sideSaid(textOf(typed, 'sideAgain').toLowerCase(), textOf(typed, 'sideReason'))
    : ''
  const note = [textOf(typed, 'note'), reason].filter((line) => line !== '').join('\n\n')
  return {
    kind: 'operation',
    date: today,
    entries: [
      entryOfKind(
        'operation',
        day,
        only(typed, (id) => !beside.includes(id)),
      ),
    ],
    ...(note === '' ? {} : { note }),
    ...(isMeant ? { confirmed: true } : {}),
  }
}
