import type { Cites } from './passage.ts'

/** Something clinical that no rule says and that is signed all the same: what it is called, what it says and what it rests on, if it names a source. */
export type Beside = Readonly<{ id: string; says: object; because: Cites | readonly [] }>
