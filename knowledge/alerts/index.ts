import { type Alert, all, type Condition, decided, is, not } from '@facialis/language'
import { stage } from '../decisions/stage.ts'
import { episodeClosed } from '../facts/index.ts'
import { diagnosisAlerts } from './diagnosis.ts'
import { emergencyAlerts } from './emergencies.ts'
import { imagingAlerts } from './imaging.ts'
import { scoreAlerts } from './scores.ts'
import { surgeryAlerts } from './surgery.ts'
import { toxinAlerts } from './toxin.ts'

const only =
  (when: Condition) =>
  (alert: Alert): Alert => ({ ...alert, when: all(when, alert.when) })
/** A journey that was closed raises no other alerts; whoever comes back is asked back in by a step. */
const whileOpen = only(not(decided(stage, 'closed')))
/** An emergency is one wherever the person stands. */
const whileAlive = only(not(is(episodeClosed, 'deceased')))

/** Everything that must be said at once. */
export const alerts: readonly Alert[] = [
  ...emergencyAlerts.map(whileAlive),
  ...[...imagingAlerts, ...diagnosisAlerts, ...toxinAlerts, ...surgeryAlerts, ...scoreAlerts].map(whileOpen),
]
