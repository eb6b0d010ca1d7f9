import { describe, expect, it } from 'vitest'
import { dialled, reachable } from '../index.ts'

describe('a telephone number', () => {
  it.each([
    ['555-0117', '5550117'],
    ['+49 30 1234567', '+49301234567'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['(030) 123 45 67', '0301234567'],
    ['030 1234567 ext. 12', '0301234567'],
    ['030 1234567 #12', '0301234567'],
    ['555-0117\n555-0118', '5550117'],
    ['030 1234567 / 0171 7654321', '0301234567'],
    ['+49 30 1234567/+49 171 7654321', '+49301234567'],
    ['0171/1234567', '01711234567'],
    ['3rd floor: 030 1234567', '0301234567'],
    ['1: 030 1234567, 2: 0171 7654321', '0301234567'],
    ['030 1234567 | 0171 7654321', '0301234567'],
    ['030 1234567 & 0171 7654321', '0301234567'],
    ['at home 555-0117, at work 555-0118', '5550117'],
    ['۰۹۱۲ ۳۴۵ ۶۷۸۹', '09123456789'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['०११ २३४५ ६७८९', '01123456789'],
    ['０３－１２３４－５６７８', '0312345678'],
  ])('can be left and is dialled, however it is written: %s', (written, keys) => {
    expect(reachable.phone.pattern.test(written)).toBe(true)
    expect(dialled(written)).toBe(keys)
  })

  it.each(['call my wife', '123', '١٢٣'])('is none: %s', (written) => {
    expect(reachable.phone.pattern.test(written)).toBe(false)
  })
})
