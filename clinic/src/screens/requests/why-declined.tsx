import type { DeclinedRequest } from '@facialis/wire'
import { dateWords } from '../../words/dates.ts'
import { declineWords } from './decline-words.ts'

/** The reason with its note, who gave it and when. */
export const WhyDeclined = ({ declined: { reason, note, by, on } }: Pick<DeclinedRequest, 'declined'>) => (
  <span>
    {declineWords.reasons[reason]}
    {note !== null && `: ${note}`} ({declineWords.declinedBy(by, dateWords(on))})
  </span>
)
