import type { ReferralStatus } from '@facialis/wire'
import classes from './status-line.module.css'
import { words } from './words.ts'

/** The steps of a referral, one below the other; what each is stands in words beside its mark. */
export const StatusLine = ({ line }: Pick<ReferralStatus, 'line'>) => (
  <ol className={classes.line}>
    {line.map(({ label, state }) => (
      <li key={label} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
        <span className={classes.label}>{label}</span>
        <span className={classes.state}>{words[state]}</span>
      </li>
    ))}
  </ol>
)
