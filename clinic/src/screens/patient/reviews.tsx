import type { PatientView } from '@facialis/wire'
import { Panel } from '../../pieces/panel.tsx'
import { ownerWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import classes from './patient.module.css'
import { words } from './words.ts'

/** What somebody has to look at again, e.g. history that was recorded while the gate was shut. */
export function Reviews({ reviews }: Pick<PatientView, 'reviews'>) {
  if (reviews.length === 0) return null
  return (
    <Panel title={words.reviews}>
      <ul className={classes.list}>
        {reviews.map((review) => (
          <li key={review.id}>
            {review.reason}{' '}
            <span className={classes.soft}>
              {review.done ? words.reviewDone : words.review(ownerWords(review.owner), dateWords(review.opened))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
