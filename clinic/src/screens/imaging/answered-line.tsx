import { Group } from '@mantine/core'
import type { RecordedEntry } from '../../recorded.ts'
import { valueWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './imaging.module.css'
import { PrintRequest } from './print-request.tsx'
import { words } from './words.ts'

type AnsweredLineProps = Readonly<{ order: RecordedEntry; by: RecordedEntry }>

/** A request whose scan was made: what was asked for may still be wanted, on paper or to be asked for again. */
export function AnsweredLine({ order, by }: AnsweredLineProps) {
  const on = ({ date }: RecordedEntry): string => (date === null ? words.unknown : dateWords(date))
  return (
    <section className={classes.study} aria-label={words.studies.orderOf(on(order))}>
      <div className={classes.studyLine}>
        <span>{words.studies.orderOf(on(order))}</span>
        <span>{valueWords(String(order.fields['order.modality'] ?? ''))}</span>
        <span className={classes.soft}>{words.studies.answered(on(by))}</span>
        <Group ml="auto">
          <PrintRequest order={order} />
        </Group>
      </div>
    </section>
  )
}
