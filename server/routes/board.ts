import type { Board } from '@facialis/wire'
import { waitingRequests } from '../front-door/requests.ts'
import { answer, route } from '../http/route.ts'

export const boardRoutes = [
  route('GET', '/api/board', { may: 'board:read', audit: 'board-read' }, async ({ clinic, who, requestId }) => {
    const read = { actor: { id: who.id }, what: 'the board', action: 'board-read', requestId }
    const board: Board = await clinic.record.audited(read, async () => ({
      today: clinic.today(),
      now: clinic.now(),
      rows: await clinic.board.rows(),
      requests: await waitingRequests(clinic.record),
    }))
    return answer(board)
  }),
]
