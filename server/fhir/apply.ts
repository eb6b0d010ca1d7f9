import { carePlanOf } from '@facialis/fhir/apply/care-plan.ts'
import { canonical, idPattern, type Resource } from '@facialis/record'
import { policyInForce } from '../core/policy.ts'
import { notFound, ok, type Result, refusalOf, refuse } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import { actingRole } from '../identity/account.ts'
import { openInUse } from '../patient/open-chart.ts'
import { asStoredReference } from './search/base-urls.ts'
import type { SearchContext } from './search/search.ts'

const subjectShape = new RegExp(`^(?:Patient/)?(${idPattern})$`)

/**
 * The pathway applied to somebody on record: their next steps as a CarePlan. Nothing is ordered by it and no resource
 * written; that the advice was given, and on what, is logged.
 */
export async function apply(
  plan: string,
  subject: unknown,
  { clinic, who, requestId, ours }: SearchContext,
): Promise<Result<Resource>> {
  if (plan !== clinic.pathway.id) return notFound()
  const id = typeof subject === 'string' ? subjectShape.exec(asStoredReference(ours)(subject))?.[1] : undefined
  if (id === undefined)
    return refuse(400, 'bad-value', 'Say for whom: subject=Patient/[id].', { where: 'http.subject' })
  const opened = await openInUse(clinic, clinic.record, id)
  if (!opened.ok) return opened
  const open = opened.value
  const policy = await policyInForce(clinic)
  const asOf = dayNumber(clinic.today())
  const advice = clinic.advise(open.chart, { asOf, policy }, open.follows)
  const logged = await clinic.record.act({
    actor: { id: who.id, role: actingRole(who) },
    action: 'fhir-apply',
    patientId: id,
    purpose: 'TREAT',
    requestId,
    changes: [],
    decision: {
      pathway: advice.pathway,
      pathwayVersion: advice.version,
      input: canonical({ asOf: advice.asOf, basis: 'before', chart: open.chart }),
      policy: canonical(policy),
      advice: JSON.stringify(advice),
    },
  })
  if (!logged.ok) return refusalOf(logged.problem)
  return ok(
    carePlanOf(clinic.versions.speaking(open.follows), advice, {
      id: `${plan}-${advice.asOf}`,
      subject: `Patient/${id}`,
    }) as Resource,
  )
}
