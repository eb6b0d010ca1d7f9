import { Button, Group } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Notice } from '../../pieces/notice.tsx'
import { dateWords } from '../../words/dates.ts'
import { words } from './words.ts'

type ScreenPressProps = Readonly<{
  pressed: boolean
  label: string
  pressedLabel: (date: string) => string
  today: string
  onPress: () => void
}>

/** One press that says a whole list was asked today; pressed, it says what that means and can be taken back. */
export const ScreenPress = ({ pressed, label, pressedLabel, today, onPress }: ScreenPressProps) =>
  pressed ? (
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
  )
