import type { Asking } from '@facialis/language'
import type { CounterExampleText } from './counter-example-text.ts'
import type { CounterExample } from './search-setup.ts'

/** One promise, looked at over every state there could be. */
export type Proof = Readonly<{
  id: string
  text: string
  holds: boolean
  /** How many states were covered: all combinations of whatever the promise looks at. Null where it is about days, which nobody counts. */
  states: bigint | null
  counter: CounterExampleText | null
  /** Looks for a person in whom it does not hold; null when none was found, or when it holds of everybody. */
  example: (asking: Asking) => CounterExample | null
}>

/** A promise that has still to be looked at. */
export type Claim = Readonly<{ id: string; prove: () => Proof }>
