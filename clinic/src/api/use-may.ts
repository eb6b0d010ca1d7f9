import { may, type Permission } from '@facialis/wire'
import { useMe } from './queries.ts'

/** Whether whoever is signed in may do this, by the table that the server keeps to. */
export const useMay = (permission: Permission): boolean => may(useMe().data?.account?.roles ?? [], permission)
