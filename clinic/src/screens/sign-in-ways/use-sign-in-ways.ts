import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/queries.ts'

export const signInWaysKey = ['sign-in-ways'] as const

/** In which ways the person at this screen signs in. */
export const useSignInWays = () =>
  useQuery({ queryKey: signInWaysKey, queryFn: ({ signal }) => read('/api/me/sign-in', signal) })
