import { lookAt, type Seen } from '@facialis/fhir'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import { emptyChart, type Policy } from '@facialis/language'
import type { Resource } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import { dayNumber } from '../../core/site-day.ts'
import type { IsOurs } from '../../gate/colleagues.ts'
import type { Proposal } from '../../gate/gate.ts'
import type { SignedIn } from '../../identity/account.ts'
import type { OpenRecord } from '../../patient/open-chart.ts'
import type { Refer } from './referred.ts'
import type { Target } from './targets.ts'

/**
 * `given`: toxin was given while the gate was shut. `named`: words for people name it where nothing else tells of it.
 * `doubtful`: it is told for another reason, and words beside it name the spasm. `unnamed`: a medicine that nobody here can
 * name is asked for while the gate is shut. `said`, `elsewhere`: likewise a message, an aim or a flag names toxin, and an order is to
 * be carried out that is not kept here.
 */
export type ToLookAt = 'given' | 'named' | 'doubtful' | 'unnamed' | 'said' | 'elsewhere'
export type Review = Readonly<{ patientId: string; reason: string }>

export type AtTheDoor = Readonly<{
  clinic: Clinic
  who: SignedIn
  policy: Policy
  patientOf: (resource: Resource) => string | null
  /** The record of a person as committed before; null for one who is new. */
  open: (patientId: string) => Promise<OpenRecord | null>
  /** Whether who is named as the giver works here. */
  isOurs: IsOurs
  /** Finds what comes with it, or is kept, and is referred to. */
  refer: Refer
  /** The sender was asked whether they mean it, and does. */
  confirmed?: boolean
  /** What is said to whoever has to look at it. */
  says: Readonly<Record<ToLookAt, string>>
}>

/** Types by which toxin is ordered or told to have been given. */
export const told = new Set([
  'MedicationRequest',
  'ServiceRequest',
  'Procedure',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationStatement',
  'QuestionnaireResponse',
  'Observation',
])

/** What meets the gate, and where it stands in what was sent. */
export type Met = Readonly<{ where: string; seen: Seen; proposal: Proposal }>

/** What a resource is to the gate, with what it refers to. */
export async function seenAt({ clinic, refer, isOurs }: AtTheDoor, resource: Resource): Promise<Seen> {
  const find = await refer(resource)
  const today = dayNumber(clinic.today())
  return lookAt(clinic.pathway, facialToxin, resource, { today, zone: clinic.zone, find, isOurs })
}

/** What was written in the version before was looked at then; and whoever has had toxin has it named in many an earlier note. */
export async function isKnownOf({ resource, before }: Target, { mentioned }: Seen, door: AtTheDoor): Promise<boolean> {
  if (before !== null && (await seenAt(door, before.resource)).mentioned !== null) return true
  const patientId = resource === null ? null : door.patientOf(resource)
  if (mentioned === 'now' || patientId === null) return false
  const { entries } = (await door.open(patientId))?.chart ?? emptyChart
  return entries.some(({ kind, withdrawn }) => kind === facialToxin.entry.id && !withdrawn)
}

/** What the version before was; null where there is none. */
export const was = async ({ before }: Target, door: AtTheDoor): Promise<Seen | null> =>
  before === null ? null : seenAt(door, before.resource)
