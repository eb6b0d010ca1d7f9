/** Drops empty lists: FHIR's JSON allows none, and strict readers refuse a whole bundle for one. */
export const nonEmptyLists = (lists: Readonly<Record<string, readonly unknown[]>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
