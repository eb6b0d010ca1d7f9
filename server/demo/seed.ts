import { formatDay } from '@facialis/language'
import { StorageFailure } from '@facialis/record'
import type { SentAct } from '../acts/act-shape.ts'
import { writeAct } from '../acts/record-act.ts'
import type { Clinic } from '../clinic/clinic.ts'
import { clinicSettings, putClinicSettings } from '../core/settings.ts'
import { dayNumber } from '../core/site-day.ts'
import { enterReferral } from '../front-door/enter-referral.ts'
import { receiveAppointment, receiveReferral } from '../front-door/receive.ts'
import { careTeam, changeCareTeam } from '../front-door/team.ts'
import { accountOf, type SignedIn, storedRoles } from '../identity/account.ts'
import { hashPassword } from '../identity/password.ts'
import { openChart } from '../patient/open-chart.ts'
import { type DemoPerson, demoPeople } from './people.ts'
import { demoPassword, demoStaff } from './staff.ts'
import { demoPhone, demoTeam } from './team.ts'

/** The demo clinic with an administrator who has yet to come in by a link. */
export async function makeDemoClinic(clinic: Clinic): Promise<void> {
  const begun = await clinic.record.act({
    actor: { id: 'set-up' },
    action: 'set-up',
    changes: [],
    alongside: async (stores) => {
      await putClinicSettings(stores, { name: 'Demo clinic', phone: demoPhone, demo: true, ready: true })
      return stores.accounts.create({
        login: 'demo.administrator',
        displayName: 'Demo Administrator',
        roles: storedRoles({ roles: ['administrator', 'coordinator', 'clinician'] }),
        passwordHash: null,
      })
    },
  })
  made(begun, 'The demo clinic itself')
  await seedDemo(clinic)
}

/** People who work here and people who are treated here, made by the same acts as everybody else. */
export async function seedDemo(clinic: Clinic): Promise<void> {
  const staff = await hire(clinic)
  for (const person of demoPeople(clinic.today())) await live(clinic, staff, person)
  made(await receiveReferral(clinic, waiting, { requestId: 'demo', key: null }), 'The referral that waits')
  const appointment = await receiveAppointment(
    clinic,
    {
      name: 'Demo Theo Sample',
      phone: '555-0172',
      reason: 'My left cheek has been twitching since spring.',
      preferred: 'Mornings',
    },
    { requestId: 'demo', key: null },
  )
  made(appointment, 'The appointment that waits')
}

type Made<T> = Readonly<{ ok: true; value: T } | { ok: false; problem: Readonly<{ code: string; sentence: string }> }>

/** @throws StorageFailure when there was no room for it; any other refusal is a fault in the demo clinic itself */
function made<T>(done: Made<T>, what: string): T {
  if (done.ok) return done.value
  const { code, sentence } = done.problem
  const fault = new Error(`${what}: ${sentence}`)
  throw code.startsWith('storage-') ? new StorageFailure({ code, sentence, where: 'storage' }, fault) : fault
}

const waiting = {
  patient: { name: 'Demo Ada Sample', birthDate: '1970-05-04', phone: '555-0171' },
  side: 'left',
  referrer: { name: 'Demo Dr Rowan Refer', practice: 'Demo Practice Elm Road', phone: '555-0190' },
  facts: { 'hfs.onset': '2025', 'ph.unilateral': true, 'ph.onsetOrbicularisOculi': true, 'rf.limbOrSpeech': 'no' },
  message: 'Twitching of the left eyelid that now reaches the mouth.',
} as const

/** By an act, as an administrator would: what no act tells of, the audit trail cannot vouch for. */
async function hire(clinic: Clinic): Promise<ReadonlyMap<string, SignedIn>> {
  const passwordHash = await hashPassword(demoPassword)
  const staff = new Map<string, SignedIn>()
  const done = await clinic.record.act({
    actor: { id: 'set-up' },
    action: 'set-up',
    changes: [],
    alongside: async (stores) => {
      for (const { login, name, ...attributes } of demoStaff) {
        const hired = await stores.accounts.create({
          login,
          displayName: name,
          roles: storedRoles(attributes),
          passwordHash,
        })
        if (hired.ok) staff.set(login.replace('demo.', ''), accountOf(hired.value))
      }
      const settings = await clinicSettings(stores)
      if (settings.phone === null) await putClinicSettings(stores, { ...settings, phone: demoPhone })
      return changeCareTeam(stores, { was: await careTeam(stores), is: demoTeam })
    },
  })
  made(done, 'Those who work here')
  return staff
}

/** The same clinic on another day: what happened then is written as of then, and meets the gate as it stood then. */
function onDay(clinic: Clinic, daysAgo: number): Clinic {
  const day = formatDay(dayNumber(clinic.today()) - daysAgo)
  const at = new Date(`${day}T10:00:00.000Z`).getTime()
  let last = at
  const nextInstant = () => new Date(++last).toISOString()
  return { ...clinic, now: () => new Date(at).toISOString(), today: () => day, nextInstant }
}

async function live(clinic: Clinic, staff: ReadonlyMap<string, SignedIn>, person: DemoPerson): Promise<void> {
  const coordinator = known(staff, 'coordinator')
  const entered = await enterReferral(onDay(clinic, person.referredDaysAgo), {
    referral: person.referral,
    by: coordinator,
  })
  const { patientId } = made(entered, `The demo referral of ${person.referral.patient.name}`)
  let then = onDay(clinic, person.referredDaysAgo)
  let day = then.today()
  for (const [daysAgo, by, told] of person.steps) {
    const next = onDay(clinic, daysAgo)
    // One clock a day, so that what follows is later.
    if (next.today() !== day) then = next
    day = then.today()
    const step = told(day)
    const act: SentAct = { ...step, date: day, entries: namedOnce(step.entries, patientId) }
    const before = await openChart(clinic, clinic.record, patientId)
    const done = await writeAct(then, {
      patientId,
      act,
      who: known(staff, by),
      ifMatch: before?.version ?? 0,
      unadvised: true,
    })
    made(done, `${person.referral.patient.name}, ${step.kind}`)
  }
}

/** Ids of entries name them for everyone, so each person gets their own. */
const namedOnce = (entries: SentAct['entries'], patientId: string): SentAct['entries'] =>
  entries?.map((entry) => (entry.id === undefined ? entry : { ...entry, id: `${entry.id}-${patientId.slice(0, 8)}` }))

function known(staff: ReadonlyMap<string, SignedIn>, name: string): SignedIn {
  const found = staff.get(name)
  if (!found) throw new Error(`Nobody in the demo clinic is ${name}`)
  return found
}
