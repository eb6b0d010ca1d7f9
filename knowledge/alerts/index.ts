import type { Alert } from '@facialis/language'
import { diagnosisAlerts } from './diagnosis.ts'
import { emergencyAlerts } from './emergencies.ts'
import { imagingAlerts } from './imaging.ts'
import { scoreAlerts } from './scores.ts'
import { surgeryAlerts } from './surgery.ts'
import { toxinAlerts } from './toxin.ts'

/** Everything that must be said at once. */
export const alerts: readonly Alert[] = [
  ...emergencyAlerts,
  ...imagingAlerts,
  ...diagnosisAlerts,
  ...toxinAlerts,
  ...surgeryAlerts,
  ...scoreAlerts,
]
