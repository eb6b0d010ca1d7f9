import { chart, person, ruleOuts, today, workedUp } from './chart-parts.ts'
import type { Example, Expected } from './example.ts'

/** What everybody gets whose scans answer everything. */
export const cleared: Expected = {
  decisions: { ...ruleOuts('cleared'), imaging: 'adequate', cause: 'vascular-presumed', botulinum: 'permitted' },
}

type Told = Omit<Example, 'asOf' | 'chart'> & Readonly<{ scans: readonly string[] }>

/** The same typical, signed person every time; only the scans differ. */
export const withScans = ({ scans, ...told }: Told): Example => ({
  ...told,
  asOf: today,
  chart: chart(person(), workedUp(), ...scans),
})
