import { resolve } from '@facialis/engine'
import { formatSpan } from '@facialis/language'
import type { RecordView } from '@facialis/record'
import type { LotRecall } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { allPages } from '../core/all-pages.ts'
import { policyInForce } from '../core/policy.ts'
import { dayNumber } from '../core/site-day.ts'
import { identityOf } from '../patient/identity.ts'
import { openChart } from '../patient/open-chart.ts'
import { lotKey, usedName } from '../search-indexing/resource-knowledge.ts'

/** Everybody who was given toxin of this lot, by name; sessions that were struck or corrected away do not count. */
export async function recallLot(clinic: Clinic, view: RecordView, lot: string): Promise<LotRecall> {
  const key = lotKey(lot)
  const asking = { asOf: dayNumber(clinic.today()), policy: await policyInForce(clinic) }
  const people: LotRecall['people'][number][] = []
  const seen = new Set<string>()
  for (const id of await patientsWith(view, key)) {
    const open = await openChart(clinic, view, id)
    // Whoever has several records is rung once, by the number in the one that is in use.
    if (!open || seen.has(open.id)) continue
    seen.add(open.id)
    const { entries } = resolve(clinic.pathway, open.chart, asking)
    const sessions = (entries.get('session') ?? []).filter((session) => {
      const told = session.fields.get('session.lot')
      return told?.known && 'text' in told.value && lotKey(told.value.text) === key
    })
    if (sessions.length === 0) continue
    const { name, birthDate, phone, email } = identityOf(open.patient, {
      pathway: clinic.pathway,
      chart: open.chart,
      asOf: asking.asOf,
    })
    const given = sessions.map(({ date }) => (date === null ? null : formatSpan(date)))
    people.push({ id: open.id, name, birthDate, phone, email, given })
  }
  return { lot, people: people.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

/** Whoever was given it, by our own sessions and by what other systems told. */
async function patientsWith(view: RecordView, key: string): Promise<ReadonlySet<string>> {
  const where = [{ name: 'lot', value: key }]
  const medicines = (await allPages(view, 'Medication', where)).map(({ id }) => `Medication/${id}`)
  const found = [
    ...(await allPages(view, 'Observation', where)),
    ...(await allPages(view, 'MedicationAdministration', where)),
    ...(await allPages(view, 'MedicationAdministration', [{ name: '?medication', anyOf: medicines }])),
    ...(await allPages(view, 'Procedure', where)),
    ...(await allPages(view, 'Procedure', [{ name: usedName, anyOf: medicines }])),
  ]
  return new Set(found.flatMap(({ patientId }) => patientId ?? []))
}
