import type { Pathway } from '@facialis/language'
import { isADoctor, mayRecord, mayState, type Role, recorders } from '@facialis/wire'
import type { Clinic } from '../clinic/clinic.ts'
import { type Refusal, type Result, refuse } from '../core/refusal.ts'
import type { SignedIn } from '../identity/account.ts'
import type { SentAct } from './act-shape.ts'
import { foundByDoctors, kindRules } from './kinds.ts'
import { withSignature } from './signature.ts'

const atFact = (id: string) => `facts[${JSON.stringify(id)}]`
const atField = (entry: number, id: string) => `entries[${entry}].fields[${JSON.stringify(id)}]`

/**
 * Whether this person may record this act with this content; and the act with what only the server may say: who
 * signed, in which role. Judged without the chart; what depends on it is the guard's matter.
 */
export function checkContent({ pathway }: Pick<Clinic, 'pathway'>, act: SentAct, who: SignedIn): Result<SentAct> {
  if (!mayRecord(who.roles, act.kind)) {
    return refuse(403, 'may-not', `Your role may not record this; it is for ${orList(recorders[act.kind])}.`, {
      where: 'kind',
    })
  }
  const refusal = outOfPlace(pathway, act) ?? takenBack(act) ?? aboveTheRole(pathway, act, who)
  return refusal ?? withSignature(act, who)
}

/** Taking back what is recorded, or putting another in its place, is a correction; a reader may replace a read. */
function takenBack({ kind, entries = [], note }: SentAct): Refusal | null {
  if (kind === 'correction') {
    const struck = entries.some(({ withdrawn }) => withdrawn)
    return struck && !note?.trim()
      ? refuse(422, 'incomplete', 'Give the reason for striking it.', { where: 'note' })
      : null
  }
  for (const [index, entry] of entries.entries()) {
    const replaces = (entry.supersedes?.length ?? 0) > 0 && !(kind === 'imaging-read' && entry.kind === 'study')
    if (!entry.withdrawn && !replaces) continue
    const where = `entries[${index}].${entry.withdrawn ? 'withdrawn' : 'supersedes'}`
    return refuse(422, 'out-of-place', 'To withdraw or replace what is recorded, record a correction.', { where })
  }
  return null
}

/** Names nobody knows are left to the border, which says what was probably meant. */
function outOfPlace(pathway: Pathway, act: SentAct): Refusal | null {
  const isKnown = (of: 'facts' | 'screens' | 'entries', id: string) => pathway[of].some((one) => one.id === id)
  const rules = kindRules[act.kind]
  const misplaced = (where: string) =>
    refuse(
      422,
      'out-of-place',
      `This does not belong to an act of the kind "${act.kind}": record it in an act of its own kind.`,
      { where },
    )
  for (const id of Object.keys(act.facts ?? {}))
    if (!mayState(rules.facts, id) && isKnown('facts', id)) return misplaced(atFact(id))
  for (const [index, screen] of (act.screens ?? []).entries())
    if (!rules.screens.includes(screen) && isKnown('screens', screen)) return misplaced(`screens[${index}]`)
  for (const [index, entry] of (act.entries ?? []).entries())
    if (!rules.entries.includes(entry.kind) && isKnown('entries', entry.kind))
      return misplaced(`entries[${index}].kind`)
  return null
}

/** Findings, judgements and attestations that need a doctor, wherever they stand. */
function aboveTheRole({ facts, entries }: Pathway, act: SentAct, who: SignedIn): Refusal | null {
  const isJudgement = (id: string, value: unknown): boolean =>
    [...facts, ...entries.flatMap((entry) => Object.values(entry.fields))].some(
      (fact) => fact.id === id && 'judged' in fact && fact.judged?.words.some((word) => word === value),
    )
  const isDoctor = isADoctor(who.roles)
  const mayJudge = isDoctor && (who.profession === 'neurologist' || who.profession === 'neurosurgeon')
  const refused = (where: string, sentence: string) => refuse(403, 'may-not', sentence, { where })

  for (const [id, value] of Object.entries(act.facts ?? {})) {
    const where = atFact(id)
    if (!isDoctor && mayState(foundByDoctors.facts, id))
      return refused(where, 'A doctor records the findings on examination and whether a scan is possible.')
    if (!isJudgement(id, value)) continue
    if (id.startsWith('rf.') && act.kind !== 'flag-resolved')
      return refuse(422, 'out-of-place', 'Resolve a red flag in an act of its own, "flag-resolved".', { where })
    if (id.startsWith('known.') && !(mayJudge && act.kind === 'relevance')) return refused(where, whoJudges)
  }
  if (!isDoctor && act.screens?.some((screen) => foundByDoctors.screens.includes(screen)))
    return refused('screens', 'A doctor signs the examination.')

  for (const [index, { kind, fields }] of (act.entries ?? []).entries()) {
    for (const [id, value] of Object.entries(fields)) {
      const where = atField(index, id)
      const name = id.includes('.') ? id : `${kind}.${id}`
      if (!isDoctor && forDoctors.has(name))
        return refused(where, 'A doctor who has read the report attests and acknowledges it.')
      if (isJudgement(name, value) && !(mayJudge && act.kind === 'relevance')) return refused(where, whoJudges)
      if (act.kind === 'toxin-response' && kind === 'session' && !outcomes.has(name))
        return refuse(
          422,
          'out-of-place',
          'A response tells relief, wear-off and side effects. What was injected is changed by a correction.',
          { where },
        )
    }
  }
  return null
}

const whoJudges =
  'A neurologist or neurosurgeon says whether a lesion has to do with the spasm, in an act of the kind "relevance".'
const forDoctors = new Set(['study.normalStatement', 'study.acknowledged', 'study.acknowledgedOn'])
const outcomes = new Set(['session.relief', 'session.reliefAsked', 'session.wearOff', 'session.sideEffects'])

const orList = (roles: readonly Role[]): string => roles.join(' or ')
