import { type BoardAsked, noFilters, rowsSent } from '@facialis/wire'
import type { PathOf } from '@facialis/wire/api/index.ts'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { type AnswerAt, filled, type Params, send, type WhereNeeded } from './client.ts'
import { valueIn } from './problem-error.ts'
import { request } from './request.ts'

export const keys = {
  me: ['me'],
  board: ['board'],
  patient: (id: string) => ['patient', id],
  team: ['team'],
} as const

/** Reads one address. @throws ProblemError */
export async function read<P extends PathOf<'GET'>>(
  path: P,
  signal: AbortSignal,
  ...[named]: WhereNeeded<Params<P>>
): Promise<AnswerAt<'GET', P>> {
  return valueIn(await request<AnswerAt<'GET', P>>('GET', filled(path, named), { signal }))
}

/** Asks who is signed in. */
const me = queryOptions({ queryKey: keys.me, queryFn: ({ signal }) => read('/api/me', signal), staleTime: 60_000 })

export const useMe = () => useQuery(me)

/** The time zone of the clinic; until it is known, of this machine. */
export const useZone = (): string => useMe().data?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone

/** The same, asked again while the page is open, also unseen: it tells how long the session goes on. */
export const useMeWatched = () =>
  useQuery({
    ...me,
    refetchInterval: 60_000,
    refetchIntervalInBackground: true,
    // Somebody else may have signed in in another tab: who comes back to this one must not go on in the first one's name.
    refetchOnWindowFocus: 'always',
  })

/** What is here stays on the screen until other filters are answered. */
export const useBoard = (asked: BoardAsked = { ...noFilters, most: rowsSent.first }) =>
  useQuery({
    queryKey: [...keys.board, asked],
    queryFn: async ({ signal }) => valueIn(await send('POST', '/api/board', { body: asked, signal })),
    placeholderData: keepPreviousData,
    // While rows are being worked out somebody is waiting for them.
    refetchInterval: ({ state }) => (state.data?.working ? 2000 : 60_000),
  })

export const usePatientView = (id: string) =>
  useQuery({
    queryKey: keys.patient(id),
    queryFn: ({ signal }) => read('/api/patients/:id', signal, { params: { id } }),
    // Whoever comes back to this tab may have written in another.
    refetchOnWindowFocus: 'always',
  })

export const useTeam = () =>
  useQuery({ queryKey: keys.team, queryFn: ({ signal }) => read('/api/front-door/team', signal) })
