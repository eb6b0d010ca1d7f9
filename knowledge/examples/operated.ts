import { mri, person, workedUp } from './chart-parts.ts'

/** Operated on the left on 12 January 2026: day 30 is 11 February, day 365 is 12 January 2027, day 400 16 February. */
export const operated = [
  person({ date: '2025-08-04', onset: '2019-05' }),
  workedUp('2025-09-01'),
  mri({ date: '2025-10-10' }),
  '2026-01-12 | operation mvd                 | kind: mvd; side: left; vesselSeen: yes; vessels: [AICA]; lsrAtEnd: present',
]
/** How the spasm was, as reported on a day. */
export const reported = (date: string, status: string): string =>
  `${date} | spasm-report report-${date}       | status: ${status}`
