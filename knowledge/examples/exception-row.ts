import { chart, contrastCt, ctAngiography, person, today, workedUp } from './chart-parts.ts'
import type { Example } from './example.ts'

/** Title, story, chart; which exceptions could be signed, and which one lets the act pass. The answer stays blocked. */
export type Row = readonly [
  id: string,
  title: string,
  story: string,
  parts: readonly string[],
  available: readonly string[] | null,
  passes: readonly string[],
  rule: string,
]

export const booked = (on = '2026-12-14') =>
  `2026-11-16 | imaging-order order           | modality: mri; bookedFor: ${on}`
export const unscanned = [person(), workedUp()]
export const substitute = [contrastCt({ date: '2026-10-08' }), ctAngiography({ date: '2026-10-08' })]
export const abroad = `2025-11    | session s1                    | product: onabotulinumtoxinA; performedHere: no; relief: 80
2026-05    | session s2                    | product: onabotulinumtoxinA; performedHere: no; relief: 75`

/** A standing exception, accepted or refused. */
export const exceptionPatient = ([id, title, story, parts, available, passes, rule]: Row): Example => ({
  id: `exception-${id}`,
  title,
  story,
  asOf: today,
  chart: chart(...parts),
  expected: {
    decisions: {
      botulinum: {
        answer: 'blocked',
        detail: { ...(available ? { overridableBy: available } : {}), exceptions: passes },
      },
      'botulinum.session': 'blocked',
    },
  },
  about: [rule, 'A8'],
})
