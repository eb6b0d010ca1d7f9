import type { RaisedAlert } from '@facialis/language'
import { Stack } from '@mantine/core'
import { passagesOf } from '../../pathway.ts'
import { Notice } from '../../pieces/notice.tsx'
import { PassageButton } from '../../pieces/passage-button.tsx'
import { words } from './words.ts'

const tones = { critical: 'blocked', warning: 'caution', info: 'notice' } as const

/** What must not be overlooked today; worst first. */
export function Alerts({ alerts, today }: Readonly<{ alerts: readonly RaisedAlert[]; today: string }>) {
  if (alerts.length === 0) return null
  const order = ['critical', 'warning', 'info'] as const
  return (
    <Stack gap="xs">
      {order.flatMap((severity) =>
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
    </Stack>
  )
}
