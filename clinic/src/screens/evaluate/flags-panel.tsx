import { Button } from '@mantine/core'
import { CheckIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { dateWords } from '../../words/dates.ts'
import classes from './flags-panel.module.css'
import { placeOf } from './focus-question.ts'
import { askedFurther, flags, redFlagScreen } from './procedure.ts'
import { words } from './words.ts'

type FlagsPanelProps = Readonly<{
  pressed: boolean
  today: string
  onPress: () => void
  row: (id: string) => ReactNode
  raised: number
  /** Flags that are shown though the list is folded: they were there, and somebody has to say what became of them. */
  inSight: readonly string[]
  /** Whether a flag is there, so that more is asked below it. */
  isThere: (flag: string) => boolean
  /** So many of them nobody has answered for. */
  waiting: number
  open: boolean
}>

/** Red flags, before the steps: one press when all were asked and none was found; each can be marked by itself. */
export function FlagsPanel(props: FlagsPanelProps) {
  const { pressed, today, onPress, row, raised, inSight, isThere, waiting, open: asked } = props
  const [pressedOpen, setOpen] = useState(raised > 0)
  const open = pressedOpen || asked
  const shown = open ? flags : flags.filter((id) => inSight.includes(id))
  return (
    <section className={classes.panel} aria-label={words.flags.title}>
      <div className={classes.head} id={placeOf(`screen.${redFlagScreen}`)}>
        <div>
          <h2 className={classes.title}>
            {words.flags.title}
            {raised > 0 && <b className={classes.raised}> {words.flags.raised(raised)}</b>}
            {waiting > 0 && <b className={classes.raised}> {words.flags.waiting(waiting)}</b>}
          </h2>
          <p className={classes.text} role="status">
            {pressed ? words.flags.pressed(dateWords(today)) : words.flags.text}
          </p>
        </div>
        <div className={classes.presses}>
          {pressed ? (
            <Button size="xs" variant="default" onClick={onPress}>
              {words.flags.undo}
            </Button>
          ) : (
            <Button size="xs" leftSection={<CheckIcon size={16} aria-hidden />} onClick={onPress}>
              {words.flags.press}
            </Button>
          )}
          <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.flags.hide : words.flags.show}
          </Button>
        </div>
      </div>
      {shown.length > 0 && (
        <div className={classes.rows}>
          {shown.flatMap((flag) => [flag, ...(isThere(flag) ? askedFurther(flag) : [])]).map(row)}
        </div>
      )}
    </section>
  )
}
