import type { Advice } from '@facialis/language'
import { factLabel, passagesOf, ruleOutIds } from '../pathway.ts'
import { RuleOutLedger } from '../pieces/rule-out-ledger.tsx'
import type { Recording } from '../recorded.ts'
import { decidedBy } from './decided.ts'
import { evidenceOf, foundFor } from './evidence.ts'

type RuleOutsOfProps = Readonly<{
  advice: Advice
  today: string
  recorded: Recording
  /** Answers that rest on a record of which something could not be read. */
  isOpenToDoubt?: (ruleOut: string) => boolean
}>

/** What is excluded for somebody, what was found, and what each rests on. */
export const RuleOutsOf = ({ advice, today, recorded, isOpenToDoubt = () => false }: RuleOutsOfProps) => (
  <RuleOutLedger
    ruleOuts={decidedBy(advice, ruleOutIds)}
    today={today}
    passagesOf={passagesOf}
    factLabel={factLabel}
    evidenceOf={evidenceOf(recorded)}
    foundFor={foundFor(recorded)}
    isOpenToDoubt={isOpenToDoubt}
  />
)
