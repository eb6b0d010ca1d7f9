import { notifications } from '@mantine/notifications'
import { useCallback, useState } from 'react'
import { type To, useNavigate } from 'react-router'
import { currentRequester, isCurrentRequester } from '../api/session.ts'

/** Whether whoever the page was opened for is still at it: an answer may come so late that somebody else is there by then. */
export function useHere(): () => boolean {
  const [from] = useState(currentRequester)
  return useCallback(() => isCurrentRequester(from), [from])
}

/** Says for a moment what came of something, to whoever did it and to nobody else. */
export function useTell(): (message: string) => void {
  const here = useHere()
  return useCallback(
    (message) => {
      if (here()) notifications.show({ message })
    },
    [here],
  )
}

/** Goes on to another page when something is done; somebody else stays where they are. */
export function useGo(): (to: To) => Promise<void> {
  const here = useHere()
  const navigate = useNavigate()
  return async (to) => {
    if (here()) await navigate(to)
  }
}
