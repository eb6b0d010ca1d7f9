import type { OpenEmergency } from '@facialis/wire'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { read } from '../api/queries.ts'

export const emergencyKeys = {
  open: ['emergency'],
  chart: ['emergency-chart'],
  waiting: ['openings-waiting'],
  openings: ['openings'],
} as const

/** What is open, and until when by this machine's own clock. */
export type Open = OpenEmergency & Readonly<{ endsAt: number }>

/** The record this session has open in an emergency, asked again while the page is open: it may end elsewhere. */
export const useEmergency = () =>
  useQuery({
    queryKey: emergencyKeys.open,
    queryFn: async ({ signal }): Promise<Readonly<{ open: Open | null }>> => {
      const { open } = await read('/api/emergency', signal)
      return { open: open && { ...open, endsAt: Date.now() + open.secondsLeft * 1000 } }
    },
    refetchInterval: 30_000,
    refetchIntervalInBackground: true,
  })

/** Nothing of the person stays behind in this page once it has ended. */
export async function forgetEmergency(queries: QueryClient): Promise<void> {
  queries.removeQueries({ queryKey: emergencyKeys.chart })
  await queries.invalidateQueries({ queryKey: emergencyKeys.open })
}
