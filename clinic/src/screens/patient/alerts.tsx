import type { RaisedAlert } from '@facialis/language'
import { Stack } from '@mantine/core'
import { passagesOf } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import classes from './patient.module.css'
import { words } from './words.ts'

const tones = { critical: 'blocked', warning: 'caution' } as const
const loud = ['critical', 'warning'] as const

/** What must not be overlooked today; worst first. What is only good to know waits behind a press. */
export function Alerts({ alerts, today }: Readonly<{ alerts: readonly RaisedAlert[]; today: string }>) {
  if (alerts.length === 0) return null
  const quiet = alerts.filter((alert) => alert.severity === 'info')
  return (
    <Stack gap="xs">
      {loud.flatMap((severity) =>
        alerts
          .filter((alert) => alert.severity === severity)
          .map((alert) => (
            <Notice
              key={alert.id}
              tone={tones[severity]}
              title={words.alerts[severity]}
              role={severity === 'critical' ? 'alert' : 'note'}
            >
              {alert.text} <PassageButton passages={passagesOf(alert.passages)} today={today} />
            </Notice>
          )),
      )}
      {quiet.length > 0 && (
        <details className={classes.quiet}>
          <summary>
            {words.alerts.info} ({quiet.length})
          </summary>
          <ul className={classes.list}>
            {quiet.map((alert) => (
              <li key={alert.id}>
                {alert.text} <PassageButton passages={passagesOf(alert.passages)} today={today} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  )
}
