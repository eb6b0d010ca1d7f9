import { dateWords, formatSpan, readWrittenDate, sinceEver } from '@facialis/language'
import { describe, expect, it } from 'vitest'

describe('a date as somebody types it', () => {
  it.each([
    ['2026-03-14', '2026-03-14'],
    ['2026-3-4', '2026-03-04'],
    ['11 Feb 1961', '1961-02-11'],
    ['11 February 1961', '1961-02-11'],
    ['February 11, 1961', '1961-02-11'],
    ['11. feb 1961', '1961-02-11'],
    ['11th Feb 1961', '1961-02-11'],
    ['11.02.1961', '1961-02-11'],
    ['3.4.1968', '1968-04-03'],
    ['25/02/1961', '1961-02-25'],
    ['02/25/1961', '1961-02-25'],
    ['05/05/1961', '1961-05-05'],
    ['1961/02/11', '1961-02-11'],
    ['Feb 1961', '1961-02'],
    ['02/1961', '1961-02'],
    ['1961-02', '1961-02'],
    ['1961', '1961'],
    ['  29 Feb 2024 ', '2024-02-29'],
    // In the figures of Arabic, Persian and Devanagari, with the marks beside them.
    ['١١.٠٢.١٩٦١', '1961-02-11'],
    ['\u200f۱۹۶۱/۰۲/۱۱', '1961-02-11'],
    ['११ Feb १९६१', '1961-02-11'],
    ['Feb، ١٩٦١', '1961-02'],
    ['１１．０２．１９６１', '1961-02-11'],
    // Two scripts of which the figures of the one begin where those of the other end.
    ['\u{116da}\u{116db}.\u{116d1}\u{116d2}.\u{116d1}\u{116e3}\u{116e0}\u{116d1}', '1961-12-01'],
  ])('%s is %s', (text, date) => expect(readWrittenDate(text)).toEqual({ date }))

  it('is asked about when day and month could change places', () => {
    expect(readWrittenDate('03/04/1968')).toEqual({ either: ['1968-04-03', '1968-03-04'] })
    expect(readWrittenDate('11-02-1961')).toEqual({ either: ['1961-02-11', '1961-11-02'] })
  })

  it.each([
    ['31 Feb 1961', 'February 1961 has 28 days.'],
    ['31.02.1961', 'February 1961 has 28 days.'],
    ['29/02/2023', 'February 2023 has 28 days.'],
    ['2026-04-31', 'April 2026 has 30 days.'],
    ['2026-13-01', 'There is no month 13.'],
    ['11.02.61', 'Write the year with four figures, such as 1968.'],
    ['11 Feb 61', 'Write the year with four figures, such as 1968.'],
    // As a vial prints its expiry.
    ['12/27', 'Write the year with four figures, such as 1968.'],
    ['Dec 27', 'Write the year with four figures, such as 1968.'],
  ])('%s is none: %s', (text, wrong) => expect(readWrittenDate(text)).toEqual({ wrong }))

  it.each(['', 'soon', '11', '12 ma 1961', '1 2 3 4', '11 Feb Mar', '5/678', '1e3'])(
    '“%s” is none, and how one is written is said',
    (text) => expect(readWrittenDate(text)).toEqual({ wrong: expect.stringMatching(/^This is not a date\. Write /) }),
  )

  it.each([
    ['January', 31],
    ['February', 28],
    ['March', 31],
    ['April', 30],
    ['May', 31],
    ['June', 30],
    ['July', 31],
    ['August', 31],
    ['September', 30],
    ['October', 31],
    ['November', 30],
    ['December', 31],
  ] as const)('in %s there are %i days, by its name and by the beginning of it', (name, days) => {
    const [whole, short] = [readWrittenDate(`${name} 2026`), readWrittenDate(`${name.slice(0, 3)} 2026`)]
    expect(whole).toEqual(short)
    const month = 'date' in whole ? whole.date : ''
    expect(dateWords(month)).toBe(`${name.slice(0, 3)} 2026`)
    expect(readWrittenDate(`${days} ${name} 2026`)).toEqual({ date: `${month}-${days}` })
    expect(dateWords(`${month}-${days}`)).toBe(`${days} ${name.slice(0, 3)} 2026`)
    expect(readWrittenDate(`32 ${name} 2026`)).toEqual({ wrong: `${name} 2026 has ${days} days.` })
  })

  it.each([
    ['2026-13-01', '2026-13-01'],
    ['yesterday', 'yesterday'],
    ['26-01-01', '26-01-01'],
    ['2026-01-02T10:00', '2 Jan 2026'],
    ['2026-01-02/2026-02-03', '2 Jan 2026 to 3 Feb 2026'],
    [formatSpan({ lo: sinceEver, hi: 0 }), 'by 1 Jan 1970'],
    ['1/2/2026', '1/2/2026'],
  ])('%s is printed %s', (text, words) => expect(dateWords(text)).toBe(words))

  it('is read back from the words we print it in', () => {
    for (const date of ['1961-02-11', '2026-09-30', '1961-02', '1961'])
      expect(readWrittenDate(dateWords(date))).toEqual({ date })
  })
})
