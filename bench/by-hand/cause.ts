import type { Diagnosis } from './diagnosis.ts'
import { allCleared, anyIs, type FourReads } from './lesions.ts'
import { all, no, not, type Truth, yes } from './truth.ts'

export type Cause = 'undetermined' | 'secondary' | 'under-review' | 'vascular-presumed'

type Sources = Readonly<{ diagnosis: Diagnosis; ruleOuts: FourReads; openFlag: Truth; causal: Truth }>

/** Once the rest is excluded a vessel is presumed; a doubt about anything above it leaves the cause undetermined. */
export function causeOf({ diagnosis, ruleOuts, openFlag, causal }: Sources): Cause {
  const { signedDiagnosis, palsyCameFirst, noPalsyCameFirst, opposed, oneSided } = diagnosis
  const afterPalsy = all(palsyCameFirst, signedDiagnosis)
  if (afterPalsy === yes || causal === yes) return 'secondary'
  if (afterPalsy !== no || causal !== no) return 'undetermined'
  if (anyIs(ruleOuts, 'positive')) return 'under-review'
  const reopened = all(signedDiagnosis, openFlag)
  if (reopened === yes) return 'under-review'
  if (reopened !== no) return 'undetermined'
  const presumed = all(signedDiagnosis, noPalsyCameFirst, not(opposed), oneSided)
  return presumed === yes && allCleared(ruleOuts) ? 'vascular-presumed' : 'undetermined'
}
