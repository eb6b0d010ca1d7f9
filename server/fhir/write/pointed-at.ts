import { isObject, objectsIn } from '@facialis/fhir/json/json.ts'
import { codingsOf } from '@facialis/fhir/terms/concept.ts'
import type { Resource } from '@facialis/record'
import { referenceKey } from '../index-values.ts'

/** An order that something else asks for, as the order it would be. */
export type Hidden = Readonly<{
  order: Resource
  /** Path below the resource that asks for it. */
  at: string
  /** It has an address of its own nowhere, so nobody could stop it. */
  isContained: boolean
}>

export const orders: ReadonlySet<string> = new Set(['MedicationRequest', 'ServiceRequest'])
export const proposed: ReadonlySet<string> = new Set(['proposal', 'plan', 'option'])
const over = new Set(['completed', 'entered-in-error'])
const idle = new Set(['draft', 'stopped', 'cancelled', 'revoked'])

/** It asks for nothing by itself, and was judged by nobody; but a task may ask that it be carried out. */
export const isUnasked = ({ resourceType, status, intent }: Resource): boolean =>
  orders.has(resourceType) && !over.has(String(status)) && (idle.has(String(status)) || proposed.has(String(intent)))

export const asIfAsked = (order: Resource): Resource => ({ ...order, status: 'active', intent: 'order' })

/** What asks for nothing any more. */
export const unasked: ReadonlySet<string> = new Set([...over, ...idle, 'rejected', 'failed'])

/** That it be signed, changed or given up is not that it be carried out. */
const aboutIt = new Set(['approve', 'change', 'replace', 'suspend', 'abort'])
const taskCodes = 'http://hl7.org/fhir/CodeSystem/task-code'

/** Whether it is a task, and one that asks for something. */
export const isTaskAsking = ({ resourceType, status, intent }: Resource): boolean =>
  resourceType === 'Task' && !unasked.has(String(status)) && !proposed.has(String(intent))

/** Whether a task asks for anything to be carried out. */
const asks = (task: Resource): boolean =>
  isTaskAsking(task) && !codingsOf(task.code).some((one) => one.system === taskCodes && aboutIt.has(String(one.code)))

type Link = Readonly<{ reference: string; at: string }>

const linksOf = ({ focus, basedOn, input }: Resource): readonly Link[] =>
  [
    { link: focus, at: '.focus' },
    ...objectsIn(basedOn).map((link, at) => ({ link, at: `.basedOn[${at}]` })),
    ...objectsIn(input).map(({ valueReference: link }, at) => ({ link, at: `.input[${at}].valueReference` })),
  ].flatMap(({ link, at }) =>
    isObject(link) && typeof link.reference === 'string' ? [{ reference: link.reference, at }] : [],
  )

/** Orders that a task asks to be carried out though nobody has signed them. */
export const pointedAt = (task: Resource, find: (reference: string) => Resource | null): readonly Hidden[] =>
  asks(task)
    ? linksOf(task).flatMap(({ reference, at }) => {
        const found = find(reference)
        return found !== null && isUnasked(found) ? [{ order: asIfAsked(found), at, isContained: false }] : []
      })
    : []

/** Whether a task asks that what has this address be carried out. */
export const pointsAt = (task: Resource, address: string): boolean =>
  asks(task) && linksOf(task).some(({ reference }) => referenceKey(reference) === address)
