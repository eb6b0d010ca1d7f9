import type { Span } from '@facialis/language'
import type { JsonObject } from '../json/json.ts'
import { eventShapes } from '../read/event.ts'
import type { Resource } from '../read/resources.ts'
import { performedWhen } from '../values/when.ts'
import type { Recognising } from './gated-treatment.ts'

const eventTypes = new Set(['Procedure', 'MedicationAdministration', 'MedicationDispense', 'MedicationStatement'])
/** By its type it tells of something that was given, handed out or done. */
export const isEvent = ({ resourceType }: Resource): boolean => eventTypes.has(resourceType)

export const isOrder = ({ resourceType }: JsonObject): boolean => eventShapes[String(resourceType)]?.isOrder === true

/** Handed out is not given, but somebody may give it by that: as by an order. */
export const isHandedOut = ({ resourceType }: JsonObject): boolean => resourceType === 'MedicationDispense'

/** Nothing was done yet and somebody is about to: whenever it says so, it is asked for. */
export const isPrepared = ({ resourceType, status }: JsonObject): boolean =>
  resourceType === 'Procedure' && status === 'preparation'

/** When it is to be, or was, given, done or handed out, as far as it says. */
export const dateOf = (resource: JsonObject, { zone }: Pick<Recognising, 'zone'>): Span | null =>
  performedWhen(resource, eventShapes[String(resource.resourceType)]?.when ?? otherwise, '', { zone, report: () => {} })

/** When it was handed out, or told. */
const otherwise = ['whenHandedOver', 'whenPrepared', 'sent', 'received']

const voids = new Set(['entered-in-error', 'not-done', 'cancelled', 'not-taken', 'intended'])
/** It did not happen, or was never meant to. */
export const isVoid = ({ status }: Resource): boolean => voids.has(String(status))
