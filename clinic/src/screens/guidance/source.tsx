import { isPastReview, type Passage } from '@facialis/language'
import { Text } from '@mantine/core'
import { Link } from 'react-router'
import { Notice } from '../../pieces/notice.tsx'
import { PassagePanel } from '../../pieces/passage-panel.tsx'
import { words as pieces } from '../../pieces/words.ts'
import { dateWords } from '../../words/dates.ts'
import { sharesWhole } from '../../words/per-cent.ts'
import classes from './book.module.css'
import { isDoseOff } from './dose-off.ts'
import { toPassage } from './search.ts'
import { words } from './words.ts'

const { passage: stated } = pieces

/** A passage beside the rules that rest on it: what it says, and where from in one line. */
export function SourceLine({ passage, today }: Readonly<{ passage: Passage; today: string }>) {
  if (isDoseOff(passage)) return <SourceText passage={passage} today={today} />
  const { source } = passage
  const stale = isPastReview(source, today)
  return (
    <article>
      <Link to={toPassage(passage.id)} className={classes.cite}>
        {passage.id}
      </Link>
      <blockquote className={classes.says}>{sharesWhole(passage.paraphrase)}</blockquote>
      <p className={classes.small}>
        {[source.title, source.locator, passage.locator, stated.strengths[passage.strength], dateWords(source.dated)]
          .filter((part) => part !== undefined && part !== '')
          .join(' · ')}
      </p>
      {passage.unverified && <p className={classes.flag}>{stated.unverified}</p>}
      {stale && <p className={classes.flag}>{stated.stale(dateWords(source.reviewBy))}</p>}
    </article>
  )
}

/** A passage as the book shows it: whole, or switched off with the reason. */
export const SourceText = ({ passage, today }: Readonly<{ passage: Passage; today: string }>) =>
  isDoseOff(passage) ? (
    <Notice tone="caution" title={`${passage.id}: ${words.passage.off}`}>
      <Text size="sm">{words.passage.offText}</Text>
    </Notice>
  ) : (
    <PassagePanel passage={passage} today={today} heading="h2" />
  )
