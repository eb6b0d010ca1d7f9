import { useEffect } from 'react'
import classes from './what-if.module.css'

/** Keeps what a hand is on in sight when something comes up over the lower part of the page. */
export function useInSight(comesUp: boolean): void {
  useEffect(() => {
    const held = document.activeElement
    if (comesUp && held?.matches(`.${classes.input}, .${classes.range}`)) held.scrollIntoView({ block: 'nearest' })
  }, [comesUp])
}
