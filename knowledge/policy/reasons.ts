import { type Cite, ownJudgement } from '@facialis/language'

// The reasons that many lines share. A site owns these numbers; no source fixes them.
export const serviceStandard: Cite = ownJudgement(
  'a service standard the site owns; no source fixes the number of days',
)
export const urgencyClass: Cite = ownJudgement(
  'the urgency classes are agreed by the clinic; no source fixes them for facial spasm',
)
export const closesTheLoop: Cite = ownJudgement(
  'a result that nobody has read is a known way for a lesion to be missed',
)
export const display: Cite = ownJudgement('used only to time calls and draw a curve, never to judge a treatment')
