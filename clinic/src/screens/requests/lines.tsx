import { TriangleAlertIcon } from 'lucide-react'
import classes from './requests.module.css'
import type { Line } from './sent.ts'
import { words } from './words.ts'

/** Labels and what was written, as a list of terms. */
export const Lines = ({ lines }: Readonly<{ lines: readonly Line[] }>) => (
  <dl className={classes.lines}>
    {lines.map(({ label, value, alarm }) => (
      <div key={label} data-alarm={alarm === true || undefined}>
        <dt>{label}</dt>
        <dd>
          {value}
          {alarm === true && (
            <span className={classes.alarm}>
              <TriangleAlertIcon size={16} aria-hidden /> {words.alarm}
            </span>
          )}
        </dd>
      </div>
    ))}
  </dl>
)
