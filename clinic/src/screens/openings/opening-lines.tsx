import type { OpeningLine } from '@facialis/wire'
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useZone } from '../../api/queries.ts'
import { words as common } from '../../emergency/words.ts'
import { timeWords } from '../../words/dates.ts'
import classes from './openings.module.css'
import { words } from './words.ts'

type OpeningLinesProps = Readonly<{ line: OpeningLine; today: string; children?: ReactNode }>

/** One opening: who, whose record, why, from when to when, and what was said of it. */
export function OpeningLines({ line, today, children }: OpeningLinesProps) {
  const clock = { today, zone: useZone() }
  const { who, patient, cause, opened, ended, review } = line
  const end =
    ended === null
      ? words.still
      : words.ended(common.ends[ended.by], ended.at === null ? null : timeWords(ended.at, clock))
  const heading = words.opened(who.name, patient.name, timeWords(opened, clock))
  return (
    <article className={classes.opening} aria-label={heading}>
      <h3>{heading}</h3>
      <Text c="dimmed" size="sm">
        <b className={ended === null ? classes.still : undefined}>{end}</b>
      </Text>
      <Text>
        <b>{common.causes[cause]}:</b> {line.words}
      </Text>
      {review !== null && (
        <Text>
          <b>{words.judged(common.verdicts[review.verdict], review.by, timeWords(review.at, clock))}:</b> {review.note}
        </Text>
      )}
      {children}
    </article>
  )
}
