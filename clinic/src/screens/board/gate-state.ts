import type { BoardRow } from '@facialis/wire'
import { answerWords } from '../../words/clinical.ts'
import { dateWords } from '../../words/dates.ts'
import { words } from './words.ts'

export type GateState = Readonly<{ tone: 'quiet' | 'blocked' | 'caution' | 'permitted'; text: string }>

const before = ['referred', 'evaluating']
const gone = ['other-pathway', 'closed']

/** How the toxin gate reads on the board. A newcomer is not blocked: they are not there yet. */
export function gateState(row: BoardRow): GateState {
  // What held then may not hold now: nobody reads a gate off it.
  if (row.behindSince !== null) return { tone: 'quiet', text: words.behind(dateWords(row.behindSince)) }
  if (gone.includes(row.stage)) return { tone: 'quiet', text: answerWords(row.stage) }
  if (row.gate === 'caution' || row.gate === 'permitted') return { tone: row.gate, text: answerWords(row.gate) }
  if (row.exceptionUntil !== null) return { tone: 'caution', text: words.exceptionUntil(dateWords(row.exceptionUntil)) }
  if (row.opensOn !== null) return { tone: 'caution', text: words.opens(dateWords(row.opensOn)) }
  if (before.includes(row.stage))
    return { tone: 'quiet', text: words.notYet(row.awaitsVisit ? words.firstVisit : (row.blockedOn ?? '')) }
  return { tone: 'blocked', text: words.blocked(row.blockedOn ?? '') }
}
