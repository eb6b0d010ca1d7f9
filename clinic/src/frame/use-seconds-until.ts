import { useEffect, useState } from 'react'

/** Whole seconds until a moment of this machine's clock, never below 0; null without one. */
export function useSecondsUntil(moment: number | null): number | null {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (moment === null) return
    setNow(Date.now())
    const tick = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(tick)
  }, [moment])
  return moment === null ? null : Math.max(0, Math.ceil((moment - now) / 1000))
}
