import { type Cites, type PolicyNumber, policyNumber } from '@facialis/language'

/**
 * The units a number may have, as lines of one table; a line declared is a line listed, so that none can be left off the
 * policy page.
 */
export function policyTable() {
  const numbers: PolicyNumber[] = []
  const inUnit =
    (unit: PolicyNumber['unit']) =>
    (id: string, value: number, [min, max]: Range, label: string, ...because: Cites): PolicyNumber => {
      const number = policyNumber(id, { label, unit, default: value, min, max, because })
      numbers.push(number)
      return number
    }
  return {
    days: inUnit('d'),
    years: inUnit('a'),
    percent: inUnit('%'),
    units: inUnit('U'),
    score: inUnit('score'),
    count: inUnit('count'),
    millimetres: inUnit('mm'),
    numbers,
  }
}

type Range = readonly [least: number, most: number]
