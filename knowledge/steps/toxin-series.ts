import { all, any, asOf, before, type Condition, established, is, no, not, onOrAfter, recent } from '@facialis/language'
import {
  anyDecompression,
  anyHfsToxin,
  hfsToxin,
  lastDecompression,
  lastFacialToxin,
  lastHfsToxin,
} from '../decisions/course.ts'
import { sessionMayBePlanned } from '../decisions/session-plan.ts'
import { session, toxins } from '../entries/index.ts'
import { wishToxin } from '../facts/index.ts'

const f = session.fields
export const last = { name: 'session', date: lastHfsToxin }
export const lastSession = (holds: Condition): Condition => recent(session, 0, hfsToxin, holds)

/** Injections go on: the last treatment was toxin, and nobody said that no more is wished. */
export const series = all(
  anyHfsToxin,
  any(not(anyDecompression), before(lastDecompression, lastHfsToxin)),
  not(established(no(wishToxin))),
)
export const newProduct = any(
  ...toxins.map((product) =>
    all(lastSession(is(f.product, product)), recent(session, 1, hfsToxin, not(is(f.product, product)))),
  ),
)
/** Some day is known, if only by its month. */
export const datedAtAll = onOrAfter(asOf, lastFacialToxin)
/** A day is offered only where the injection could be given on it. */
export const planned = all(series, datedAtAll, sessionMayBePlanned)
