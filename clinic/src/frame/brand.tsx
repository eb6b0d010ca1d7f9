import { Link } from 'react-router'
import classes from './brand.module.css'
import { words } from './words.ts'

/** The mark: a face of two halves, one of them drawn by the nerve. */
export const Brand = ({ to }: Readonly<{ to: string }>) => (
  <Link className={classes.brand} to={to}>
    <Mark />
  </Link>
)

/** The mark and the name, where they lead nowhere. */
export const Name = () => (
  <span className={classes.brand}>
    <Mark />
  </span>
)

const Mark = () => (
  <>
    <svg viewBox="0 0 28 28" width="26" height="26" aria-hidden="true">
      <title>{words.product}</title>
      <path d="M14 2.5c-6 0-9.5 4.4-9.5 10.2C4.500 19.200 8.600 25.500 14 25.500" className={classes.quiet} />
      <path
        d="M14 2.500c6 0 9.500 4.400 9.500 10.200C23.500 19.200 19.400 25.500 14 25.500"
        className={classes.lively}
      />
      <path d="M23 13.500h-4.500M20.500 13.500l-5-5M20.500 13.500l-5 5.500" className={classes.nerve} />
      <circle cx="9.500" cy="11.500" r="1.400" className={classes.eye} />
    </svg>
    {words.product}
  </>
)
