import { Button, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { screenOf } from '../../pathway.ts'
import { Panel } from '../../pieces/panel.tsx'
import classes from './evaluate.module.css'
import { redFlagScreen } from './procedure.ts'
import { ScreenPress } from './screen-press.tsx'
import { words } from './words.ts'

type FlagsPanelProps = Readonly<{
  pressed: boolean
  today: string
  onPress: () => void
  field: (id: string) => ReactNode
  raised: number
}>

/** Red flags: one press when all were asked and none was found; each can be marked by itself. */
export function FlagsPanel({ pressed, today, onPress, field, raised }: FlagsPanelProps) {
  const [open, setOpen] = useState(raised > 0)
  const flags = screenOf(redFlagScreen)?.facts ?? []
  return (
    <Panel title={words.flags.title} actions={raised > 0 ? <b>{words.flags.raised(raised)}</b> : undefined}>
      <Stack gap="sm">
        <p className={classes.text}>{words.flags.text}</p>
        <ScreenPress
          screen={redFlagScreen}
          pressed={pressed}
          label={words.flags.press}
          pressedLabel={words.flags.pressed}
          today={today}
          onPress={onPress}
        />
        <Button
          variant="default"
          size="xs"
          className={classes.toggle}
          aria-expanded={open}
          onClick={() => setOpen((now) => !now)}
        >
          {open ? words.flags.hide : words.flags.show}
        </Button>
        {open && <div className={classes.fields}>{flags.map((flag) => field(flag.id))}</div>}
      </Stack>
    </Panel>
  )
}
