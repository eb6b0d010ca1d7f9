import type { Because } from '@facialis/language'
import { decisionTitle } from '../words/clinical.ts'
import { words } from './words.ts'

/** One sentence, and the reasons it tells. */
export type GroupedReason = Readonly<{ text: string; reasons: readonly Because[] }>

const ruleOutsIn = ({ facts }: Because): readonly string[] => facts.filter((id) => id.startsWith('rule-out.'))

/** Reasons that are each one rule-out, as one sentence by their names; null where there is another among them. */
export const ruleOutsWords = (reasons: readonly Because[]): string | null =>
  reasons.length > 1 && reasons.every((one) => ruleOutsIn(one).length === 1)
    ? words.gate.ruleOuts(
        reasons
          .flatMap(ruleOutsIn)
          .map((id) => decisionTitle(id).toLowerCase())
          .join(', '),
      )
    : null

/** Each reason with its own sentence, in their order; open rule-outs stand in one, where the first of them stood. */
export function groupReasons(because: readonly Because[]): readonly GroupedReason[] {
  const open = because.filter((one) => one.shuts === true && ruleOutsIn(one).length === 1)
  const text = ruleOutsWords(open)
  if (text === null) return because.map((one) => ({ text: one.text, reasons: [one] }))
  return because.flatMap((one) =>
    one === open[0] ? [{ text, reasons: open }] : open.includes(one) ? [] : [{ text: one.text, reasons: [one] }],
  )
}
