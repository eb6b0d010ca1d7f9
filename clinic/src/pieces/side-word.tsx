import { sideWords } from '../words/clinical.ts'
import classes from './side-word.module.css'
import { words } from './words.ts'

type SideWordProps = Readonly<{ side: 'left' | 'right' | 'both' | null }>

/** The affected side, always as a word, always the person's own. The bar only repeats it, drawn as seen from the front. */
export const SideWord = ({ side }: SideWordProps) => (
  <span className={classes.side}>
    <span className={classes.bar} data-side={side ?? 'unknown'} aria-hidden="true">
      <i />
      <i />
    </span>
    {side === null ? words.side.unknown : sideWords[side]}
  </span>
)
