import type { Said, TimelineItem } from '@facialis/wire'
import { useZone } from '../api/queries.ts'
import { factLabel, screenOf } from '../pathway.ts'
import { actSentence } from '../words/act-sentence.ts'
import { actWords } from '../words/acts.ts'
import { capital } from '../words/capital.ts'
import { answerWords, valueWords } from '../words/clinical.ts'
import { dateWords, dayOfInstant } from '../words/dates.ts'
import { lineOf } from '../words/phrases.ts'
import classes from './timeline.module.css'
import { words } from './words.ts'

type TimelineProps = Readonly<{ items: readonly TimelineItem[] }>
type DateOf = Parameters<typeof actSentence>[1]

/** So many acts are read at first; years of them wait behind a press. */
const atFirst = 10

/** What happened, newest first, a sentence each. Withdrawn acts stay, struck through; later entries say that they are later. */
export function Timeline({ items }: TimelineProps) {
  // A later act names an entry by its id: the act that brought it says of which day it is. An order is named by its own.
  const days = new Map(
    items.flatMap((item) =>
      [item, ...item.said.entries].flatMap(({ id, date }) => (date ? [[id, date] as const] : [])),
    ),
  )
  const dateOf: DateOf = (id) => days.get(id) ?? null
  if (items.length === 0) return <p className={classes.none}>{words.timeline.none}</p>
  const list = (some: readonly TimelineItem[]) => (
    <ol className={classes.timeline}>
      {some.map((item) => (
        <Happened key={item.id} item={item} dateOf={dateOf} />
      ))}
    </ol>
  )
  const earlier = items.slice(atFirst)
  return (
    <>
      {list(items.slice(0, atFirst))}
      {earlier.length > 0 && (
        <details className={classes.earlier}>
          <summary>{words.timeline.earlier(earlier.length)}</summary>
          {list(earlier)}
        </details>
      )}
    </>
  )
}

/** A note is read with its sentence while it is a line or two. */
const shortNote = 240

function Happened({ item, dateOf }: Readonly<{ item: TimelineItem; dateOf: DateOf }>) {
  const { said, kind, date, by, role, recordedAt } = item
  const isShort = said.note !== null && said.note.length <= shortNote
  // Late in the evening it is tomorrow elsewhere.
  const recordedOn = dayOfInstant(recordedAt, useZone())
  const lines = [...linesOf(said), ...(said.note !== null && !isShort ? said.note.split(/\n{2,}/) : [])]
  return (
    <li className={classes.item} data-withdrawn={item.withdrawn}>
      <div className={classes.when}>
        <time dateTime={date} className={classes.date}>
          {dateWords(date)}
        </time>
        <span className={classes.kind}>{actWords[kind]}</span>
      </div>
      <div>
        <p className={classes.sentence}>
          <span title={answerWords(role)}>{by}</span>{' '}
          <span className={classes.told}>{ended(actSentence(item, dateOf))}</span>{' '}
          {item.recordedAfter && <span className={classes.mark}>{words.timeline.recordedAfter}</span>}{' '}
          {item.withdrawn && <span className={classes.mark}>{words.timeline.withdrawn}</span>}
        </p>
        {isShort && <p className={classes.note}>{said.note}</p>}
        {(lines.length > 0 || recordedOn !== date) && (
          <details className={classes.rest}>
            <summary aria-label={words.timeline.detailsOf(dateWords(date), actWords[kind])}>
              {words.timeline.details}
            </summary>
            <ul className={classes.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
              <li>
                {words.timeline.by(by, answerWords(role))}
                {recordedOn !== date && `, ${words.timeline.recordedAt(dateWords(recordedOn))}`}
              </li>
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}

const ended = (sentence: string): string => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`)

/** Everything that was said, line by line. */
function linesOf({ facts, screens, entries, after }: Said): readonly string[] {
  return [
    ...(after === null ? [] : [words.timeline.after(valueWords(after.why), after.by ?? '')]),
    ...screens.map((screen) => screenOf(screen)?.label ?? screen),
    ...Object.entries(facts).map(([id, value]) => lineOf(id, value)),
    ...entries.flatMap(({ kind, date, withdrawn, fields }) => {
      const name = `${capital(factLabel(kind))}${date === null ? '' : ` ${dateWords(date)}`}`
      return [
        ...(entries.length > 1 || withdrawn === true
          ? [withdrawn === true ? `${name}: ${words.timeline.withdrawn.toLowerCase()}` : name]
          : []),
        ...Object.entries(fields).map(([id, value]) => lineOf(id, value)),
      ]
    }),
  ]
}
