import type { Cite } from '@facialis/language'
import { Link } from 'react-router'
import classes from './book.module.css'
import { toPassage } from './search.ts'
import { words } from './words.ts'

type CitesProps = Readonly<{
  because: readonly Cite[]
  /** The passages stand on the same page: go there instead of to a page of their own. */
  here?: boolean
}>

/** The sources of one line, each a link; an own judgement says so. */
export const Cites = ({ because, here = false }: CitesProps) => (
  <span className={classes.cites}>
    {because.map((cite) =>
      cite.kind === 'own-judgement' ? (
        <span key={cite.reason} className={classes.flag} title={cite.reason}>
          {words.page.judgement}
        </span>
      ) : here ? (
        <a key={cite.id} href={`#passage-${cite.id}`} className={classes.cite}>
          {cite.id}
        </a>
      ) : (
        <Link key={cite.id} to={toPassage(cite.id)} className={classes.cite}>
          {cite.id}
        </Link>
      ),
    )}
  </span>
)
