import {
  type Board,
  type BoardAsked,
  type Me,
  noFilters,
  type PatientView,
  rowsSent,
  type TeamMember,
} from '@facialis/wire'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { send } from './client.ts'
import { valueIn } from './problem-error.ts'

export const keys = {
  me: ['me'],
  board: ['board'],
  patient: (id: string) => ['patient', id],
  team: ['team'],
} as const

/** Reads one address as `T`. @throws ProblemError */
export const read = async <T>(path: string, signal: AbortSignal): Promise<T> =>
  valueIn(await send<T>('GET', path, { signal }))

export const useMe = () =>
  useQuery({ queryKey: keys.me, queryFn: ({ signal }) => read<Me>('/api/me', signal), staleTime: 60_000 })

/** The same, asked again while the page is open, also unseen: it tells how long the session goes on. */
export const useMeWatched = () =>
  useQuery({
    queryKey: keys.me,
    queryFn: ({ signal }) => read<Me>('/api/me', signal),
    staleTime: 60_000,
    refetchInterval: 60_000,
    refetchIntervalInBackground: true,
  })

/** What is here stays on the screen until other filters are answered. */
export const useBoard = (asked: BoardAsked = { ...noFilters, most: rowsSent.first }) =>
  useQuery({
    queryKey: [...keys.board, asked],
    queryFn: async ({ signal }) => valueIn(await send<Board>('POST', '/api/board', { body: asked, signal })),
    placeholderData: keepPreviousData,
    // While rows are being worked out somebody is waiting for them.
    refetchInterval: ({ state }) => (state.data?.working ? 2000 : 60_000),
  })

export const usePatientView = (id: string) =>
  useQuery({
    queryKey: keys.patient(id),
    queryFn: ({ signal }) => read<PatientView>(`/api/patients/${encodeURIComponent(id)}`, signal),
  })

export const useTeam = () =>
  useQuery({
    queryKey: keys.team,
    queryFn: ({ signal }) => read<readonly TeamMember[]>('/api/front-door/team', signal),
  })
