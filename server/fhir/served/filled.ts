/** Of these lists, those with something in them: the JSON of R4 knows no empty list, and strict readers refuse a whole bundle for one. */
export const filled = (lists: Readonly<Record<string, readonly unknown[]>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0))
