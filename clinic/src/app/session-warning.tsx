import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { sessionEnds, subscribeSessionEnds } from '../api/presence.ts'
import { keys } from '../api/queries.ts'
import { useSecondsUntil } from '../frame/use-seconds-until.ts'
import { words } from '../frame/words.ts'

const warnFor = 120

/** Says in time that the session is about to end, counts down, and lets the person stay with one press. */
export function SessionWarning() {
  const queries = useQueryClient()
  const ends = useSyncExternalStore(subscribeSessionEnds, sessionEnds)
  const left = useSecondsUntil(ends === null ? null : Math.min(ends.idle, ends.over))
  const [read, setRead] = useState(false)
  const near = left !== null && left <= warnFor
  const isOver = ends !== null && ends.over <= ends.idle

  useEffect(() => {
    if (!near) setRead(false)
    // Another window may have kept the session going meanwhile.
    else void queries.invalidateQueries({ queryKey: keys.me })
  }, [near, queries])
  useEffect(() => {
    // The server says whether it has ended; the frame then asks for a new sign-in over the page.
    if (left === 0) void queries.invalidateQueries({ queryKey: keys.me })
  }, [left, queries])

  // The press itself is the sign that somebody is here; the question it sends carries that to the server.
  const stay = () => {
    if (isOver) setRead(true)
    else void queries.invalidateQueries({ queryKey: keys.me })
  }
  return (
    <Modal
      opened={near && left > 0 && !read}
      onClose={stay}
      title={words.session.soon}
      withCloseButton={false}
      zIndex={900}
    >
      <Stack>
        <Text role="timer">{words.session.left(left ?? 0)}</Text>
        <Text>{isOver ? words.session.overText : words.session.soonText}</Text>
        <Group>
          <Button data-autofocus onClick={stay}>
            {isOver ? words.session.understood : words.session.stay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
