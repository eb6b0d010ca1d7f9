/** What travels is never changed by who reads it; a library of others wants what it may change, and leaves out what is not there. */
export type Changeable<T> = T extends readonly (infer One)[]
  ? Changeable<One>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Changeable<Exclude<T[Key], undefined>> }
    : T

/** A copy of an answer that may be changed. Answers come as JSON, in which nothing is `undefined`. */
export const changeable = <T extends object>(answer: T): Changeable<T> => structuredClone(answer) as Changeable<T>
