import classes from './skip-link.module.css'
import { words } from './words.ts'

export const contentId = 'content'

/** First stop of the keyboard on every page. */
export const SkipLink = () => (
  <a className={classes.skip} href={`#${contentId}`}>
    {words.skip}
  </a>
)
