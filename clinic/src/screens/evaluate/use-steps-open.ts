import { useLayoutEffect, useRef, useState } from 'react'
import { type StepId, stepIds } from './procedure.ts'

export type StepsOpen = Readonly<{
  isOpen: (step: StepId) => boolean
  /** Where there is room for one at a time, the others fold. */
  open: (step: StepId) => void
  toggle: (step: StepId) => void
  /** Folds every complete step but the one somebody is in. */
  tidy: (isComplete: (step: StepId) => boolean, in_: StepId | null) => void
}>

/**
 * Which steps are unfolded. A complete one folds when somebody answers in another; whatever they are looking at then
 * stays where it is on the screen.
 */
export function useStepsOpen({
  oneAtATime,
  isComplete: isDone,
}: Readonly<{ oneAtATime: boolean; isComplete: (step: StepId) => boolean }>): StepsOpen {
  const [folded, setFolded] = useState<readonly StepId[]>(() => {
    const first = stepIds.find((step) => !isDone(step))
    return stepIds.filter((step) => (oneAtATime ? step !== first : isDone(step)))
  })
  const held = useRef<Readonly<{ element: Element; top: number }> | null>(null)

  useLayoutEffect(() => {
    const before = held.current
    held.current = null
    if (before?.element.isConnected) window.scrollBy(0, before.element.getBoundingClientRect().top - before.top)
  })

  const isOpen = (step: StepId) => !folded.includes(step)
  return {
    isOpen,
    open: (step) => setFolded((now) => (oneAtATime ? stepIds : now).filter((one) => one !== step)),
    toggle: (step) => setFolded((now) => (now.includes(step) ? now.filter((one) => one !== step) : [...now, step])),
    tidy: (isComplete, in_) => {
      const complete = stepIds.filter((step) => step !== in_ && isOpen(step) && isComplete(step))
      if (complete.length === 0) return
      const element = document.activeElement
      if (element !== null) held.current = { element, top: element.getBoundingClientRect().top }
      setFolded((now) => [...now, ...complete])
    },
  }
}
