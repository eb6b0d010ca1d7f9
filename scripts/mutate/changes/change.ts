/** A place in a text, as offsets. */
export type Place = Readonly<{ start: number; end: number }>

/** One small mistake: what stands at a place of a text becomes something else. */
export type Change = Place & Readonly<{ becomes: string }>

/** Takes a change at a place. */
export type Add = (place: Place, becomes: string) => void

/** The text with the change. */
export const mutated = (text: string, { start, end, becomes }: Change): string =>
  text.slice(0, start) + becomes + text.slice(end)
