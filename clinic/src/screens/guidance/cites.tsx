import type { Cite } from '@facialis/language'
import { useState } from 'react'
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
        <OwnJudgement key={cite.reason} reason={cite.reason} />
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

/** Its reason is one press away, as the passage behind a source is: what only a pointer that rests brings up, no finger and no key does. */
function OwnJudgement({ reason }: Readonly<{ reason: string }>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={classes.judgement} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.page.judgement}
      </button>
      {isOpen && <span className={classes.soft}> {reason}</span>}
    </>
  )
}
