import { resolve } from '@facialis/engine'
import { formatSpan } from '@facialis/language'
import type { Present, RecordView, Where } from '@facialis/record'
import type { LotRecall } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { policyInForce } from '../ground/policy.ts'
import { dayNumber } from '../ground/site-day.ts'
import { lotKey, usedName } from '../indexed/knowing.ts'
import { identityOf } from '../patient/identity.ts'
import { openChart } from '../patient/open-chart.ts'

const page = 200

/** Everybody who was given toxin of this lot, by name; sessions that were struck or corrected away do not count. */
export async function recallLot(clinic: Clinic, view: RecordView, lot: string): Promise<LotRecall> {
  const key = lotKey(lot)
  const asking = { asOf: dayNumber(clinic.today()), policy: await policyInForce(clinic) }
  const people: LotRecall['people'][number][] = []
  for (const id of await patientsWith(view, key)) {
    const open = await openChart(clinic, view, id)
    if (!open) continue
    const { entries } = resolve(clinic.pathway, open.chart, asking)
    const sessions = (entries.get('session') ?? []).filter((session) => {
      const told = session.fields.get('session.lot')
      return told?.known && 'text' in told.value && lotKey(told.value.text) === key
    })
    if (sessions.length === 0) continue
    const { name, birthDate, phone, email } = identityOf(open.patient, null)
    const given = sessions.map(({ date }) => (date === null ? null : formatSpan(date)))
    people.push({ id, name, birthDate, phone, email, given })
  }
  return { lot, people: people.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

/** Whoever was given it, by our own sessions and by what other systems told. */
async function patientsWith(view: RecordView, key: string): Promise<ReadonlySet<string>> {
  const where = [{ name: 'lot', value: key }]
  const medicines = (await all(view, 'Medication', where)).map(({ id }) => `Medication/${id}`)
  const found = [
    ...(await all(view, 'Observation', where)),
    ...(await all(view, 'MedicationAdministration', where)),
    ...(await all(view, 'MedicationAdministration', [{ name: '?medication', anyOf: medicines }])),
    ...(await all(view, 'Procedure', where)),
    ...(await all(view, 'Procedure', [{ name: usedName, anyOf: medicines }])),
  ]
  return new Set(found.flatMap(({ patientId }) => patientId ?? []))
}

/** Every page of the index is read: nobody may be missed because they were many. */
async function all(view: RecordView, type: string, where: readonly Where[]): Promise<readonly Present[]> {
  const found: Present[] = []
  let after: string | undefined
  do {
    const some = await view.search({ type, where, limit: page, ...(after ? { after } : {}) })
    found.push(...some.resources)
    after = some.next ?? undefined
  } while (after !== undefined)
  return found
}
