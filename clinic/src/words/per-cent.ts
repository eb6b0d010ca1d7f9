/** A share as a person reads it: no line ends between the number and its sign. */
export const perCent = (share: number | string): string => `${share}\u00a0%`

/** A sentence of the pathway, written with an ordinary space there. */
export const sharesWhole = (text: string): string => text.replaceAll(/(?<=\d) %/g, '\u00a0%')
