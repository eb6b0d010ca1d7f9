import { type Classified, classify } from '@facialis/fhir'
import { facialToxin } from '@facialis/knowledge/terminology.ts'
import { emptyChart, type Policy } from '@facialis/language'
import type { Resource } from '@facialis/record'
import type { Clinic } from '../../clinic/clinic.ts'
import { dayNumber } from '../../core/site-day.ts'
import type { IsOurs } from '../../gate/colleagues.ts'
import type { Proposal } from '../../gate/gate.ts'
import type { SignedIn } from '../../identity/account.ts'
import type { OpenRecord } from '../../patient/open-chart.ts'
import type { Dereference } from './referenced-resources.ts'
import type { Target } from './targets.ts'

/**
 * `given`: toxin was given while the gate was shut. `named`: words for people name it where nothing else tells of it.
 * `doubtful`: it is told for another reason, and words beside it name the spasm. `unnamed`: a medicine that nobody here can
 * name is asked for while the gate is shut. `said`, `elsewhere`: likewise a message, an aim or a flag names toxin, and an order is to
 * be carried out that is not kept here.
 */
export type ReviewReason = 'given' | 'named' | 'doubtful' | 'unnamed' | 'said' | 'elsewhere'
export type Review = Readonly<{ patientId: string; reason: string }>

export type DoorContext = Readonly<{
  clinic: Clinic
  who: SignedIn
  policy: Policy
  patientOf: (resource: Resource) => string | null
  /** The record of a person as committed before; null for one who is new. */
  open: (patientId: string) => Promise<OpenRecord | null>
  /** Whether who is named as the giver works here. */
  isOurs: IsOurs
  /** Finds what comes with it, or is kept, and is referred to. */
  refer: Dereference
  /** The sender was asked whether they mean it, and does. */
  confirmed?: boolean
  /** What is said to whoever has to look at it. */
  says: Readonly<Record<ReviewReason, string>>
}>

/** Resource types that order toxin or report that it was given. */
export const toxinTypes = new Set([
  'MedicationRequest',
  'ServiceRequest',
  'Procedure',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationStatement',
  'QuestionnaireResponse',
  'Observation',
])

/** A proposal that the gate has to judge, and its place in the request. */
export type Met = Readonly<{ where: string; seen: Classified; proposal: Proposal }>

/** How the gate classifies a resource, its references resolved. */
export async function seenAt({ clinic, refer, isOurs }: DoorContext, resource: Resource): Promise<Classified> {
  const find = await refer(resource)
  const today = dayNumber(clinic.today())
  return classify(clinic.pathway, facialToxin, resource, { today, zone: clinic.zone, find, isOurs })
}

/** What was written in the version before was looked at then; and whoever has had toxin has it named in many an earlier note. */
export async function isKnownOf(
  { resource, before }: Target,
  { mentioned }: Classified,
  door: DoorContext,
): Promise<boolean> {
  if (before !== null && (await seenAt(door, before.resource)).mentioned !== null) return true
  const patientId = resource === null ? null : door.patientOf(resource)
  if (mentioned === 'now' || patientId === null) return false
  const { entries } = (await door.open(patientId))?.chart ?? emptyChart
  return entries.some(({ kind, withdrawn }) => kind === facialToxin.entry.id && !withdrawn)
}

/** How the gate classifies the previous version; null where there is none. */
export const seenBefore = async ({ before }: Target, door: DoorContext): Promise<Classified | null> =>
  before === null ? null : seenAt(door, before.resource)
