import type { PatientView } from '@facialis/wire'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../../api/use-may.ts'
import { Panel } from '../../pieces/panel.tsx'
import { ownerWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { CloseReview } from './close-review.tsx'
import classes from './patient.module.css'
import { words } from './words.ts'

type ReviewsProps = Readonly<{ patientId: string; reviews: PatientView['reviews'] }>

/** What somebody has to look at again, e.g. history that was recorded while the gate was shut. A doctor closes it. */
export function Reviews({ patientId, reviews }: ReviewsProps) {
  const mayClose = useMay('review:close')
  const [closingId, setClosingId] = useState<string | null>(null)
  const closing = reviews.find(({ id }) => id === closingId) ?? null
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
            {mayClose && !review.done && (
              <Group my={4}>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={words.closeReviewOf(review.reason)}
                  onClick={() => setClosingId(review.id)}
                >
                  {words.closeReview}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
      {closing !== null && <CloseReview patientId={patientId} review={closing} onClose={() => setClosingId(null)} />}
    </Panel>
  )
}
