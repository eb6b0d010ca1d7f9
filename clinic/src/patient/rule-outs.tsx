import { useOpenPatient } from './open-patient.ts'
import { RuleOutsOf } from './rule-outs-of.tsx'

/** The same of the open person. */
export function RuleOuts() {
  const { view, recorded } = useOpenPatient()
  return <RuleOutsOf advice={view.advice} today={view.today} recorded={recorded} />
}
