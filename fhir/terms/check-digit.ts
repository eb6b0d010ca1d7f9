/** Whether a number's last digit does not follow from the others, by Verhoeff's rule: then it was mistyped, and names nothing. */
export function isMistyped(number: string): boolean {
  if (!/^\d+$/.test(number)) return false
  let check = 0
  for (let at = 0; at < number.length; at++) {
    let digit = Number(number[number.length - 1 - at])
    for (let times = at % 8; times > 0; times--) digit = permuted[digit] as number
    check = multiplied(check, digit)
  }
  return check !== 0
}

const permuted = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

/** In the group of a pentagon's turns (0 to 4) and reflections (5 to 9). */
function multiplied(first: number, second: number): number {
  if (first < 5) return second < 5 ? (first + second) % 5 : 5 + ((first + second - 5) % 5)
  return second < 5 ? 5 + ((first - 5 - second + 5) % 5) : (first - second + 5) % 5
}
