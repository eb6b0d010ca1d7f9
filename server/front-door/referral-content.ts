import { firstUnfit, statementsOfAct } from '@facialis/fhir'
import { emptyChart, parseDate } from '@facialis/language'
import type { Clinic } from '../clinic/clinic.ts'
import { ok, type Result, refusalOf, refuse } from '../core/refusal.ts'
import { dayNumber } from '../core/site-day.ts'
import { impossibleBirthRefusal } from '../patient/birth.ts'
import type { SentReferral } from '../patient/referral-shape.ts'

/** What a referrer can know: the story and warning signs. Conclusions, examinations and screens are ours to make. */
const told = /^(?:ph|rf|wish)\.|^(?:hfs\.onset|disability|functionalBlindness|drugs\.oral)$/

type Content = Readonly<{ facts: Readonly<Record<string, unknown>>; received: string }>

/** The facts of a referral as they go onto the chart, or the first that does not belong there. */
export function readReferral(clinic: Clinic, referral: Omit<SentReferral, 'attachments'>): Result<Content> {
  const received = referral.received ?? clinic.today()
  const day = parseDate(received)
  if (day === null || received > clinic.today())
    return refuse(422, 'bad-date', 'The day of arrival cannot be after today.', { where: 'received' })
  const born = impossibleBirthRefusal(clinic, referral.patient.birthDate, 'patient.birthDate')
  if (born) return born
  const birth = referral.patient.birthDate === null ? null : parseDate(referral.patient.birthDate)
  if (birth !== null && day.hi < birth.lo)
    return refuse(422, 'bad-date', 'The day of arrival is before the birth date. Check both.', { where: 'received' })
  const wholeList = referral.screens?.length
    ? 'screens'
    : Object.keys(referral.facts)
        .filter((id) => id.startsWith('screen.'))
        .map(placeOf)[0]
  if (wholeList !== undefined)
    return refuse(422, 'out-of-place', 'Only the team that asks a whole list may record that it was asked.', {
      where: wholeList,
    })
  const known = new Set(clinic.pathway.facts.map(({ id }) => id))
  for (const [id, value] of Object.entries(referral.facts)) {
    const where = placeOf(id)
    if (known.has(id) && (!told.test(id) || value === 'yes-resolved'))
      return refuse(422, 'out-of-place', 'The team finds this out; it is not part of a referral.', { where })
  }
  const facts = {
    ...referral.facts,
    ...(referral.side === 'unknown' ? {} : { 'hfs.side': referral.side }),
    'referral.received': received,
    'referral.reason': 'facial-movement',
  }
  const read = statementsOfAct(clinic.pathway, { kind: 'history', date: received, facts })
  if (!read.ok) return refusalOf(read.problem)
  const today = dayNumber(clinic.today())
  const unfit = firstUnfit(clinic.pathway, read.value, { today, before: emptyChart, born: birth })
  return unfit ? refusalOf(unfit) : ok({ facts, received })
}

const placeOf = (factId: string): string => `facts[${JSON.stringify(factId)}]`
