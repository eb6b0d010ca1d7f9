import { firstUnfit, statementsOfAct } from '@facialis/fhir'
import { emptyChart, parseDate } from '@facialis/language'
import type { Clinic } from '../clinic.ts'
import { dayNumber } from '../patient/view.ts'
import { ok, type Result, refusalOf, refuse } from '../problem.ts'
import type { SentReferral } from './referral-shape.ts'

/** What a referrer can know: the story and warning signs. Conclusions, examinations and screens are ours to make. */
const told = /^(?:ph|rf|wish)\.|^(?:hfs\.onset|disability|functionalBlindness|drugs\.oral)$/

type Content = Readonly<{ facts: Readonly<Record<string, unknown>>; received: string }>

/** The facts of a referral as they go onto the chart, or the first that does not belong there. */
export function readReferral(clinic: Clinic, referral: Omit<SentReferral, 'attachments'>): Result<Content> {
  const received = referral.received ?? clinic.today()
  const day = parseDate(received)
  if (day === null || received > clinic.today())
    return refuse(422, 'bad-date', 'The day of arrival is a day up to today.', { where: 'received' })
  const born = referral.patient.birthDate
  if (born !== null && (parseDate(born) === null || born > clinic.today()))
    return refuse(422, 'bad-date', 'The birth date is a day, a month or a year up to today.', {
      where: 'patient.birthDate',
    })
  if (referral.screens?.length)
    return refuse(422, 'out-of-place', 'That a whole list was asked is said by the team that asks it.', {
      where: 'screens',
    })
  const known = new Set(clinic.pathway.facts.map(({ id }) => id))
  for (const [id, value] of Object.entries(referral.facts)) {
    const where = `facts[${JSON.stringify(id)}]`
    if (known.has(id) && (!told.test(id) || value === 'yes-resolved'))
      return refuse(422, 'out-of-place', 'This is for the team to find out, not part of a referral.', { where })
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
  const unfit = firstUnfit(clinic.pathway, read.value, { today, before: emptyChart })
  return unfit ? refusalOf(unfit) : ok({ facts, received })
}
