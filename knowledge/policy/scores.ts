// biome-ignore-all format: a table of numbers reads best with one number a line
import type { PolicyNumber } from '@facialis/language'
import { A27, K43, K44, K49, K49a } from '../sources/index.ts'
import { policyTable } from './table.ts'

const { days, score, numbers } = policyTable()

export const micHfs30Hundredths = score('micHfs30Hundredths', 446, [365, 541],
  'Smallest HFS-30 improvement that matters, in hundredths of a point', K49)
export const micHfs30Points = score('micHfs30Points', 5, [4, 6],
  'Smallest whole-point HFS-30 improvement that matters', K49)
export const micHfs7Hundredths = score('micHfs7Hundredths', 263, [192, 333],
  'Smallest HFS-7 improvement that matters, in hundredths of a point', K49a)
export const micHfs7Points = score('micHfs7Points', 3, [2, 4],
  'Smallest whole-point HFS-7 improvement that matters', K49a)
export const jrsImportantChange = score('jrsImportantChange', 2, [1, 3],
  'Change of the Jankovic total that matters', K44)
export const raterNoise = score('raterNoise', 1, [1, 2], 'Grade difference between two raters that may be noise', K43)
export const phqHumanContact = score('phqHumanContact', 20, [15, 20],
  'PHQ-9 total from which a person makes contact the same day', A27)
export const phqLetter = score('phqLetter', 10, [5, 14],
  'PHQ-9 total from which the family doctor gets a line in the letter', A27)
export const phqItemNineAbove = score('phqItemNineAbove', 0, [0, 0],
  'PHQ-9 item nine above this: a person makes contact the same day', A27)
export const phqContactDue = days('phqContactDue', 0, [0, 0],
  'Contact after a PHQ-9 that asks for it: the same working day', A27)

export const scoreNumbers: readonly PolicyNumber[] = numbers
