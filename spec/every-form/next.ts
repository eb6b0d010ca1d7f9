import type { Pathway } from '@facialis/language'
import { knee } from './knee/index.ts'

/** The pathway as somebody has changed it. */
export const next: Pathway = {
  ...knee,
  version: '1.3.0',
  policy: knee.policy.map((number) => (number.id === 'interval' ? { ...number, default: 90 } : number)),
  steps: knee.steps.slice(1),
  alerts: knee.alerts.map((alert) => ({ ...alert, text: `${alert.text} Call.` })),
}
