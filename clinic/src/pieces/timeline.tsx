import type { TimelineItem } from '@facialis/wire'
import { actWords } from '../words/acts.ts'
import { answerWords } from '../words/clinical.ts'
import { dateWords } from '../words/dates.ts'
import classes from './timeline.module.css'
import { words } from './words.ts'

type TimelineProps = Readonly<{ items: readonly TimelineItem[] }>

/** What happened, newest first. Withdrawn acts stay, struck through; later entries say that they are later. */
export function Timeline({ items }: TimelineProps) {
  if (items.length === 0) return <p className={classes.none}>{words.timeline.none}</p>
  return (
    <ol className={classes.timeline}>
      {items.map((item) => (
        <li key={item.id} className={classes.item} data-withdrawn={item.withdrawn}>
          <div className={classes.head}>
            <time dateTime={item.date} className={classes.date}>
              {dateWords(item.date)}
            </time>
            <span className={classes.kind}>{actWords[item.kind]}</span>
            {item.recordedAfter && <span className={classes.mark}>{words.timeline.recordedAfter}</span>}
            {item.withdrawn && <span className={classes.mark}>{words.timeline.withdrawn}</span>}
          </div>
          {item.title !== '' && item.title !== actWords[item.kind] && (
            <strong className={classes.title}>{item.title}</strong>
          )}
          <Lines lines={item.lines} />
          <span className={classes.by}>
            {words.timeline.by(item.by, answerWords(item.role))}
            {item.recordedAt.slice(0, 10) !== item.date && `, ${words.timeline.recordedAt(dateWords(item.recordedAt))}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

const atFirst = 3

/** The first lines of an act; the rest one press away, so that years fit on a page. */
function Lines({ lines }: Pick<TimelineItem, 'lines'>) {
  const shown = lines.length <= atFirst + 1 ? lines : lines.slice(0, atFirst)
  const rest = lines.slice(shown.length)
  const list = (of: readonly string[]) => (
    <ul className={classes.lines}>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
  return (
    <>
      {shown.length > 0 && list(shown)}
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>{words.timeline.more(rest.length)}</summary>
          {list(rest)}
        </details>
      )}
    </>
  )
}
