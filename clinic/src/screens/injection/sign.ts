import type { Act, PlainEntry } from '@facialis/wire'
import { plainAmount, readAmount } from './amounts.ts'
import { type Plan, sideOf, totalsOf } from './plan.ts'
import { words } from './words.ts'

/** The session as it is sent once nothing holds it. */
export function signingAct(plan: Plan, asked: Readonly<{ today: string; confirmed: boolean }>): Act {
  const totals = totalsOf(plan)
  const map = {
    points: plan.points.map(({ muscle, side, x, y, units }) => ({
      muscle,
      side,
      units: plainAmount(readAmount(units) ?? 0),
      x: thousandths(x),
      y: thousandths(y),
    })),
    vials: plan.vials.map((vial) => plainAmount(readAmount(vial) ?? 0)),
    waste: plainAmount(totals.waste ?? totals.rest),
  }
  const session: PlainEntry = {
    kind: 'session',
    date: asked.today,
    fields: {
      'session.product': plan.product,
      'session.units': plainAmount(totals.total),
      'session.indication': 'hfs',
      'session.side': sideOf(plan),
      'session.performedHere': 'yes',
      ...(asked.confirmed ? { 'session.doseConfirmed': 'yes' } : {}),
      'session.lot': plan.lot.trim(),
      'session.expiry': plan.expiry.trim(),
      'session.map': JSON.stringify(map),
    },
  }
  const visit: PlainEntry = { kind: 'visit', date: asked.today, fields: { 'visit.kind': 'injection' } }
  const note = [
    plan.diluent.trim() === '' ? '' : words.note.diluted(plan.diluent.trim(), plan.injected.trim()),
    plan.reason.trim() === '' ? '' : words.note.reason(plan.reason.trim()),
  ]
    .filter((line) => line !== '')
    .join(' ')
  return {
    kind: 'toxin-session',
    date: asked.today,
    entries: [session, visit],
    ...(note === '' ? {} : { note }),
    ...(asked.confirmed ? { confirmed: true } : {}),
  }
}

/** A place on the drawing to a thousandth: finer is nobody's hand. */
const thousandths = (share: number): number => Math.round(share * 1000) / 1000
