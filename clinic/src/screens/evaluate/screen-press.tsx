import { Button } from '@mantine/core'
import { CheckIcon } from 'lucide-react'
import { dateWords } from '../../words/dates.ts'
import { placeOf } from './focus-question.ts'
import classes from './screen-press.module.css'
import { words } from './words.ts'

type ScreenPressProps = Readonly<{
  /** The screen it completes. */
  screen: string
  pressed: boolean
  today: string
  onPress: () => void
}>

/** One press that says the whole examination was done today; pressed, it says what that means and can be taken back. */
export const ScreenPress = ({ screen, pressed, today, onPress }: ScreenPressProps) => (
  <div id={placeOf(`screen.${screen}`)} className={classes.press}>
    {pressed ? (
      <>
        <span role="status">{words.looked.pressed(dateWords(today))}</span>
        <Button size="xs" variant="default" onClick={onPress}>
          {words.flags.undo}
        </Button>
      </>
    ) : (
      <Button size="xs" leftSection={<CheckIcon size={16} aria-hidden />} onClick={onPress}>
        {words.looked.press}
      </Button>
    )}
  </div>
)
