import classes from './what-if.module.css'
import { words } from './what-if-words.ts'

type FlowProps = Readonly<{ from: string; to: string; people: number; most: number }>

/** From one answer to another: an arrow as thick as many people go that way; the words and the number say the same. */
export function Flow({ from, to, people, most }: FlowProps) {
  const half = 1 + 6 * (people / most)
  return (
    <div className={classes.flow}>
      <span>{from}</span>
      <svg viewBox="0 0 72 20" aria-label={words.to} role="img" className={classes.arrow}>
        <path d={`M0 ${10 - half} H58 V${10 - half - 3} L72 10 L58 ${10 + half + 3} V${10 + half} H0 Z`} />
      </svg>
      <span>{to}</span>
      <strong className={classes.count}>{people}</strong>
    </div>
  )
}
