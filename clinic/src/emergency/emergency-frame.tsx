import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { SirenIcon } from 'lucide-react'
import { useEffect } from 'react'
import { Link, useMatch } from 'react-router'
import { useSend } from '../api/use-send.ts'
import { useTell } from '../frame/own-page.ts'
import { useSecondsUntil } from '../frame/use-seconds-until.ts'
import classes from './emergency-frame.module.css'
import { forgetEmergency, type Open, useEmergency } from './use-emergency.ts'
import { words } from './words.ts'

/** While a record is open in an emergency: a red frame round every screen, the time that is left, and the way to end it. */
export function EmergencyFrame() {
  const open = useEmergency().data?.open ?? null
  return open === null ? null : <Framed open={open} />
}

function Framed({ open }: Readonly<{ open: Open }>) {
  const queries = useQueryClient()
  const tell = useTell()
  const left = useSecondsUntil(open.endsAt) ?? 0
  const ending = useSend('POST', '/api/emergency/end')
  const isThere = useMatch('/emergency') !== null
  useEffect(() => {
    // The bar must hide nothing that stands at the end of a page.
    document.body.dataset.emergency = 'open'
    return () => {
      delete document.body.dataset.emergency
    }
  }, [])
  useEffect(() => {
    if (left === 0) void forgetEmergency(queries)
  }, [left, queries])
  const end = async () => {
    const ended = await ending.send(undefined)
    if (!ended.ok) return
    await forgetEmergency(queries)
    tell(words.ended)
  }
  return (
    <>
      <div className={classes.edge} aria-hidden />
      <section className={classes.bar} aria-label={words.bar}>
        <SirenIcon size={22} aria-hidden className={classes.icon} />
        <strong className={classes.said}>{words.isOpen(open.name)}</strong>
        <span role="timer">{words.left(left)}</span>
        {!isThere && (
          <Button component={Link} to="/emergency" variant="white" size="xs" className={classes.press}>
            {words.look}
          </Button>
        )}
        <Button variant="white" size="xs" className={classes.press} loading={ending.sending} onClick={() => void end()}>
          {words.end}
        </Button>
        {ending.problem !== null && <span role="alert">{ending.problem.sentence}</span>}
      </section>
    </>
  )
}
