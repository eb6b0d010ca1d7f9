import type { Act, PlainEntry, PlainValue } from '@facialis/wire'
import { sessionMapText } from '../../pathway.ts'
import { readDate } from '../../pieces/fact-value.ts'
import { plainAmount, readAmount } from './amounts.ts'
import { type Plan, sideOf, totalsOf } from './plan.ts'
import { words } from './words.ts'

/** The session as it stands; what was typed and cannot be read is left out, and so is what is not there yet. */
export function signingAct(plan: Plan, asked: Readonly<{ today: string; confirmed: boolean }>): Act {
  const totals = totalsOf(plan)
  const vials = plan.vials.map(readAmount)
  const map = sessionMapText({
    points: plan.points.map(({ muscle, side, x, y, units }) => ({
      muscle,
      side,
      units: readAmount(units) ?? 0,
      x: thousandths(x),
      y: thousandths(y),
    })),
    vials: vials.length === 0 || vials.includes(null) ? null : vials.map((vial) => vial ?? 0),
    waste: totals.waste === null ? null : Math.max(0, totals.waste),
    diluent: readAmount(plan.diluent),
    volume: readAmount(plan.injected),
  })
  const side = sideOf(plan)
  const fields: Readonly<Record<string, PlainValue | null>> = {
    'session.product': plan.product,
    'session.units': plainAmount(totals.total),
    'session.indication': 'hfs',
    'session.side': side,
    'session.performedHere': 'yes',
    'session.doseConfirmed': asked.confirmed ? 'yes' : null,
    'session.lot': plan.lot.trim() || null,
    'session.expiry': readDate(plan.expiry).value ?? null,
    'session.map': map,
  }
  const session: PlainEntry = {
    kind: 'session',
    date: asked.today,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
  }
  const visit: PlainEntry = { kind: 'visit', date: asked.today, fields: { 'visit.kind': 'injection' } }
  const note = plan.reason.trim() === '' ? '' : words.note.reason(plan.reason.trim())
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
