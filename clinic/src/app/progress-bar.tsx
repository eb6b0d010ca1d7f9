import { useIsFetching, useIsMutating } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigation } from 'react-router'
import { words } from '../frame/words.ts'
import classes from './progress-bar.module.css'

const patience = 1000

/** A line along the top for anything that has taken longer than a second. */
export function ProgressBar() {
  const busy = useIsFetching() + useIsMutating() > 0
  const moving = useNavigation().state !== 'idle'
  const shown = useLongerThan(busy || moving, patience)
  return shown ? <div className={classes.bar} role="progressbar" aria-label={words.working} /> : null
}

function useLongerThan(active: boolean, milliseconds: number): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!active) {
      setLong(false)
      return
    }
    const timer = setTimeout(() => setLong(true), milliseconds)
    return () => clearTimeout(timer)
  }, [active, milliseconds])
  return active && long
}
