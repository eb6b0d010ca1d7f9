import { Button, Group } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Notice } from '../../pieces/notice.tsx'
import { dateWords } from '../../words/dates.ts'
import { placeOf } from './focus-question.ts'
import { words } from './words.ts'

type ScreenPressProps = Readonly<{
  /** The screen it completes. */
  screen: string
  pressed: boolean
  label: string
  pressedLabel: (date: string) => string
  today: string
  onPress: () => void
}>

/** One press that says a whole list was asked today; pressed, it says what that means and can be taken back. */
export const ScreenPress = ({ screen, pressed, label, pressedLabel, today, onPress }: ScreenPressProps) => (
  <div id={placeOf(`screen.${screen}`)}>
    {pressed ? (
      <Notice
        tone="permitted"
        role="status"
        title={pressedLabel(dateWords(today))}
        beside={
          <Button size="compact-sm" variant="subtle" onClick={onPress}>
            {words.flags.undo}
          </Button>
        }
      />
    ) : (
      <Group>
        <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={onPress}>
          {label}
        </Button>
      </Group>
    )}
  </div>
)
