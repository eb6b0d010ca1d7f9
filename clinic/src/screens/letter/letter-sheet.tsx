import { createPortal } from 'react-dom'
import { PaperFoot } from '../../patient/paper-foot.tsx'
import classes from './letter.module.css'
import { words } from './words.ts'

/** The letter alone on paper. Until somebody has signed it, every sheet says that it is a draft. */
export const LetterSheet = ({ text, signed }: Readonly<{ text: string; signed: boolean }>) =>
  // Beside the app and not in it, so that paper shows the letter alone.
  createPortal(
    <article className={classes.sheet}>
      {!signed && <p className={classes.mark}>{words.draftMark}</p>}
      <pre>{text}</pre>
      <PaperFoot />
    </article>,
    document.body,
  )
