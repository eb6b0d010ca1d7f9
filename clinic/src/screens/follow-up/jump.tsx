import classes from './follow-up.module.css'
import { words } from './words.ts'

/** Links to the parts of a long page, for thumbs and keyboards alike. */
export const Jump = ({ parts }: Readonly<{ parts: readonly Readonly<{ id: string; label: string }>[] }>) => (
  <nav className={classes.jump} aria-label={words.parts}>
    {parts.map(({ id, label }) => (
      <a key={id} href={`#${id}`}>
        {label}
      </a>
    ))}
  </nav>
)
