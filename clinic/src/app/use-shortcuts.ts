import { useEffect, useRef } from 'react'
import { isTyping, nextKey } from './key-sequence.ts'

const patience = 1500

/** Runs what the pressed sequence is bound to; silent while typing, with a modifier, or when switched off. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>, enabled: boolean): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    if (!enabled) return
    let pending = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return
      const step = nextKey(pending, event.key, Object.keys(latest.current))
      pending = step.pending
      clearTimeout(timer)
      if (pending !== '')
        timer = setTimeout(() => {
          pending = ''
        }, patience)
      if (step.ran !== null) {
        event.preventDefault()
        latest.current[step.ran]?.()
      }
    }
    document.addEventListener('keydown', press)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', press)
    }
  }, [enabled])
}
