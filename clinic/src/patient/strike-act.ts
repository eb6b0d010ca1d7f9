import type { Act } from '@facialis/wire'

/** An entry of the record, and the day it is of, as far as it is known. */
export type Struck = Readonly<{ id: string; kind: string; date: string | null }>

/** An entry is withdrawn and stays in the history with the reason; null while there is none. */
export function strikeAct({ id, kind }: Pick<Struck, 'id' | 'kind'>, reason: string, today: string): Act | null {
  if (reason.trim() === '') return null
  return {
    kind: 'correction',
    date: today,
    entries: [{ id, kind, date: null, withdrawn: true, fields: {} }],
    note: reason.trim(),
  }
}
