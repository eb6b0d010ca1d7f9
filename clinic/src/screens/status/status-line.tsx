import type { ReferralStatus } from '@facialis/wire'
import { dateWords } from '../../words/dates.ts'
import classes from './status-line.module.css'
import { words } from './words.ts'

/** The steps of a referral, one below the other; what each is stands in words beside its mark. */
export const StatusLine = ({ line }: Pick<ReferralStatus, 'line'>) => (
  <ol className={classes.line}>
    {line.map(({ position, state, on }) => (
      <li key={position} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
        <span>{words.positions[position]}</span>
        <span className={classes.state}>
          {on === null || state === 'done' ? words.states[state] : words.on[state](dateWords(on))}
        </span>
      </li>
    ))}
  </ol>
)
