import { useSyncExternalStore } from 'react'

/** Two drafts of one thing: this tab's and another's. */
export type DraftClash = Readonly<{
  key: string
  /** What it is called in a sentence: visit, page. */
  called: string
  /** It is typed in a dialog, so it is asked there: the page lies underneath. */
  inDialog: boolean
  /** When the other was kept; null when it was saved or thrown away there. */
  saved: string | null
  take: () => void
  keep: () => void
}>

let clashes: readonly DraftClash[] = []
const listeners = new Set<() => void>()

function set(next: readonly DraftClash[]): void {
  clashes = next
  for (const listener of listeners) listener()
}

/** Tells the frame of a clash, wherever on the page the draft is typed. @returns to end it */
export function tellClash(clash: DraftClash): () => void {
  set([...clashes, clash])
  return () => set(clashes.filter((one) => one !== clash))
}

export const useDraftClashes = (): readonly DraftClash[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => clashes,
  )
