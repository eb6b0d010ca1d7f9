import { factLabel, passagesOf } from '../pathway.ts'
import { RuleOutLedger, ruleOutIds } from '../pieces/rule-out-ledger.tsx'
import { decidedBy } from './decided.ts'
import { evidenceOf, foundFor } from './evidence.ts'
import { useOpenPatient } from './open-patient.ts'

/** What is excluded for the open person, what was found, and what each rests on. */
export function RuleOuts() {
  const { view, recorded } = useOpenPatient()
  return (
    <RuleOutLedger
      ruleOuts={decidedBy(view.advice, ruleOutIds)}
      today={view.today}
      passagesOf={passagesOf}
      factLabel={factLabel}
      evidenceOf={evidenceOf(recorded)}
      foundFor={foundFor(recorded)}
    />
  )
}
