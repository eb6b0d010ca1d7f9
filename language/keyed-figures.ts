/** Figures as telephones and calendars here have them, 0 to 9, whatever script they were written in. */
export const inKeyedFigures = (text: string): string =>
  text.normalize('NFKC').replace(/\p{Nd}/gu, (figure) => {
    // The ten figures of a script stand in a row, and before its zero none or those of another.
    let before = 0
    while (/\p{Nd}/u.test(String.fromCodePoint((figure.codePointAt(0) as number) - before - 1))) before++
    return String(before % 10)
  })
