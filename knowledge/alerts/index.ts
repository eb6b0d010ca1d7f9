import { type Alert, all, decided, not } from '@facialis/language'
import { stage } from '../decisions/stage.ts'
import { diagnosisAlerts } from './diagnosis.ts'
import { emergencyAlerts } from './emergencies.ts'
import { imagingAlerts } from './imaging.ts'
import { scoreAlerts } from './scores.ts'
import { surgeryAlerts } from './surgery.ts'
import { toxinAlerts } from './toxin.ts'

/** A journey that was closed raises no alerts; whoever comes back is asked back in by a step. */
const whileOpen = (alert: Alert): Alert => ({ ...alert, when: all(not(decided(stage, 'closed')), alert.when) })

/** Everything that must be said at once. */
export const alerts: readonly Alert[] = [
  ...emergencyAlerts,
  ...imagingAlerts,
  ...diagnosisAlerts,
  ...toxinAlerts,
  ...surgeryAlerts,
  ...scoreAlerts,
].map(whileOpen)
