import { isPastReview, type Passage } from '@facialis/language'
import { dateWords } from '../words/dates.ts'
import { sharesWhole } from '../words/per-cent.ts'
import { Notice } from './notice.tsx'
import classes from './passage-panel.module.css'
import { words } from './words.ts'

type PassagePanelProps = Readonly<{
  passage: Passage
  today: string
  /** How deep it stands on the page. */
  heading?: 'h2' | 'h3'
}>

/** One passage: what it says in our words, where it stands, how firm it is, and whether somebody should look again. */
export function PassagePanel({ passage, today, heading: Heading = 'h3' }: PassagePanelProps) {
  const { source } = passage
  const stale = isPastReview(source, today)
  return (
    <article className={classes.passage}>
      <Heading className={classes.id}>{passage.id}</Heading>
      <blockquote className={classes.says}>{sharesWhole(passage.paraphrase)}</blockquote>
      {passage.unverified && <Notice tone="caution" title={words.passage.unverified} />}
      {stale && <Notice tone="caution" title={words.passage.stale(dateWords(source.reviewBy))} />}
      <dl className={classes.facts}>
        <dt>{words.passage.source}</dt>
        <dd>{source.title}</dd>
        <dt>{words.passage.locator}</dt>
        <dd>{[source.locator, passage.locator].filter((part) => part !== undefined && part !== '').join(', ')}</dd>
        <dt>{words.passage.strength}</dt>
        <dd>{words.passage.strengths[passage.strength]}</dd>
        <dt>{words.passage.dated}</dt>
        <dd>{dateWords(source.dated)}</dd>
      </dl>
    </article>
  )
}
