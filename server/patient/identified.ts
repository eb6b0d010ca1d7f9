import type { Resource } from '@facialis/record'
import type { PatientIdentity } from '@facialis/wire'
import type { CoreContext } from '../core/core-context.ts'
import { dayNumber } from '../core/site-day.ts'
import { identityOf } from './identity.ts'
import { openChart } from './open-chart.ts'

/** Who somebody is. Their record is opened only where no whole birth date stands with the person: one may have been asked since. */
export async function identified(
  clinic: Pick<CoreContext, 'record' | 'pathway' | 'zone' | 'today'>,
  patient: Resource,
): Promise<PatientIdentity> {
  const known = identityOf(patient, null)
  if (known.birthDate?.length === 'YYYY-MM-DD'.length) return known
  const open = await openChart(clinic, clinic.record, known.id)
  const { pathway, today } = clinic
  return identityOf(patient, open && { pathway, chart: open.chart, asOf: dayNumber(today()) })
}
