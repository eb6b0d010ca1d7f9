import { type Board, type BoardAsked, may, mostNamed, noFilters, rowsSent } from '@facialis/wire'
import { byReason, callBacksOf } from '../board/attention.ts'
import { waitingRequests } from '../front-door/requests.ts'
import { type Answer, answer, type RequestContext, route } from '../http/route.ts'

type Looking = Pick<RequestContext<string, 'board:read'>, 'clinic' | 'who' | 'requestId'>

async function look({ clinic, who, requestId }: Looking, sent: BoardAsked): Promise<Answer<Board>> {
  const read = { actor: { id: who.id }, what: 'the board', action: 'board-read', requestId }
  const board: Board = await clinic.record.audited(read, async () => {
    const { needing, ...seen } = await clinic.board.look({ asked: sent, roles: who.roles })
    // Who asked to be seen is the business of those who answer them.
    const requests = may(who.roles, 'request:triage') ? await waitingRequests(clinic.record) : []
    const calls = callBacksOf(requests)
    const first = [...calls, ...needing.first].sort(byReason).slice(0, mostNamed)
    return {
      today: clinic.today(),
      now: clinic.now(),
      ...seen,
      needing: { count: calls.length + needing.count, first },
      requests,
    }
  })
  return answer(board)
}

export const boardRoutes = [
  route('GET', '/api/board', { may: 'board:read', audit: 'board-read' }, (one) =>
    look(one, { ...noFilters, most: rowsSent.first }),
  ),
  // Whom somebody searches for is named in the body: addresses are kept in places that are nobody's business.
  route('POST', '/api/board', { may: 'board:read', audit: 'board-read' }, (one) => look(one, one.body)),
]
