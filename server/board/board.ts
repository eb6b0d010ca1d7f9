import type { BoardRow } from '@facialis/wire'
import type { Clinic } from '../clinic.ts'

export type Board = Readonly<{ rows: () => Promise<readonly BoardRow[]> }>

export const openBoard = (_ground: Pick<Clinic, 'record' | 'pathway' | 'today'>): Board => ({ rows: async () => [] })
