import classes from './skip-link.module.css'
import { words } from './words.ts'

export const contentId = 'content'

/** First stop of the keyboard on every page. */
export const SkipLink = () => (
  <a
    className={classes.skip}
    href={`#${contentId}`}
    onClick={(event) => {
      // Followed by the browser it would be another entry of the history: without what was typed on this page, and in place of the secret behind a status link.
      event.preventDefault()
      const content = document.getElementById(contentId)
      content?.scrollIntoView()
      content?.focus({ preventScroll: true })
    }}
  >
    {words.skip}
  </a>
)
