import type { RaisedAlert } from '@facialis/language'
import { Stack } from '@mantine/core'
import { passagesOf } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { sharesWhole } from '../../words/per-cent.ts'
import classes from './patient.module.css'
import { words } from './words.ts'

type AlertsProps = Readonly<{ alerts: readonly RaisedAlert[]; today: string }>

const tones = { critical: 'blocked', warning: 'caution' } as const
const loud = ['critical', 'warning'] as const

/** What must not be overlooked today; worst first. */
export function Alerts({ alerts, today }: AlertsProps) {
  const told = loud.flatMap((severity) =>
    alerts.filter((alert) => alert.severity === severity).map((alert) => ({ severity, alert })),
  )
  return told.length === 0 ? null : (
    <Stack gap="xs">
      {told.map(({ severity, alert }) => (
        <Notice
          key={alert.id}
          tone={tones[severity]}
          title={words.alerts[severity]}
          role={severity === 'critical' ? 'alert' : 'note'}
        >
          {sharesWhole(alert.text)} <PassageButton passages={passagesOf(alert.passages)} today={today} />
        </Notice>
      ))}
    </Stack>
  )
}

/** What is only good to know waits behind a press. */
export function ForInformation({ alerts, today }: AlertsProps) {
  const quiet = alerts.filter((alert) => alert.severity === 'info')
  return quiet.length === 0 ? null : (
    <details className={classes.quiet}>
      <summary>{words.info(quiet.length)}</summary>
      <ul className={classes.list}>
        {quiet.map((alert) => (
          <li key={alert.id}>
            {sharesWhole(alert.text)} <PassageButton passages={passagesOf(alert.passages)} today={today} />
          </li>
        ))}
      </ul>
    </details>
  )
}
