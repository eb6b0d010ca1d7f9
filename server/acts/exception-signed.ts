import type { Stated } from '@facialis/fhir'
import { exceptionMaximum } from '@facialis/knowledge/policy/index.ts'
import { type Decided, type EntryRecord, numberIn, type Policy, type Unknown, type Value } from '@facialis/language'
import type { Clinic } from '../clinic/clinic.ts'
import { type Refusal, refuse } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import { exceptionKindsOf } from '../gate/gate.ts'
import type { OpenRecord } from '../patient/open-chart.ts'

type Signing = Readonly<{ clinic: Clinic; policy: Policy }>

/** An exception may be signed only where it would let something pass: its code stands among those the gate offers. */
export function exceptionUnavailable(before: OpenRecord, stated: Stated, signing: Signing): Refusal | null {
  const offered = offeredBy(before, signing)
  for (const [index, entry] of stated.chart.entries.entries()) {
    const isNew = !before.chart.entries.some(({ id, kind }) => id === entry.id && kind === 'exception')
    const wrong =
      entry.kind === 'exception' && isNew
        ? (notOffered(entry, index, offered) ?? incomplete(entry, index, signing))
        : null
    if (wrong) return wrong
  }
  return null
}

/** The codes of the exceptions that what shuts the gate now leaves room for. */
function offeredBy({ chart, follows }: OpenRecord, { clinic, policy }: Signing): readonly string[] {
  const advice = clinic.advise(chart, { asOf: dayNumber(clinic.today()), policy }, follows)
  return ['botulinum', 'botulinum.session'].flatMap((id) => {
    const codes = (advice.decisions[id] as Decided | undefined)?.detail.overridableBy
    return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : []
  })
}

const placeOf = (index: number, field: string): string => `entries[${index}].fields["${field}"]`
const reasonOf = ({ fields }: EntryRecord): string | null => {
  const code = fields['exception.code']
  return code && 'word' in code ? code.word : null
}

function notOffered(entry: EntryRecord, index: number, offered: readonly string[]): Refusal | null {
  const where = placeOf(index, 'exception.code')
  const reason = reasonOf(entry)
  if (reason === null) return refuse(422, 'incomplete', 'Give the reason for the exception.', { where })
  if (offered.includes(reason)) return null
  const sentence =
    offered.length === 0
      ? 'No exception can cover what shuts the gate now.'
      : `This exception does not cover what shuts the gate now; the possible exceptions are: ${offered.join(', ')}.`
  return refuse(422, 'exception-not-available', sentence, { where, overridableBy: offered })
}

/** What is signed with it: what its reason has to say, that the person was told, and when it ends. */
function incomplete(entry: EntryRecord, index: number, { clinic, policy }: Signing): Refusal | null {
  const { fields } = entry
  const unstated = exceptionKindsOf(clinic.pathway)
    .find(({ code }) => code === reasonOf(entry))
    ?.states.find(({ id }) => !isStated(fields[id]))
  if (unstated)
    return refuse(422, 'incomplete', `This exception has to say: ${unstated.question}`, {
      where: placeOf(index, unstated.id),
    })
  const told = fields['exception.patientTold']
  if (!told || !('word' in told) || told.word !== 'yes')
    return refuse(422, 'incomplete', 'The person must be told before an exception is signed.', {
      where: placeOf(index, 'exception.patientTold'),
    })
  const today = dayNumber(clinic.today())
  const expires = fields['exception.expires']
  const longest = numberIn(policy, exceptionMaximum)
  if (!expires || !('date' in expires) || expires.date.hi > today + longest || expires.date.hi < today)
    return refuse(422, 'bad-expiry', `An exception expires by itself: give the day, within ${longest} days.`, {
      where: placeOf(index, 'exception.expires'),
    })
  return null
}

/** Something is said, and where the question is yes or no, it is yes. */
const isStated = (value: Value | Unknown | undefined): boolean =>
  value !== undefined && ('word' in value ? value.word === 'yes' : 'text' in value && value.text.trim() !== '')
