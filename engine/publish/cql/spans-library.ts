import type { CqlText } from './cql-text.ts'

const days = 'Tuple { applies Boolean, lo Date, hi Date }'
const amount = 'Tuple { applies Boolean, lo Integer, hi Integer }'

/** Dates and amounts known only within bounds, and comparisons that such bounds leave open. */
export const spansLibrary: CqlText = {
  name: 'Spans',
  version: '1.0.0',
  text: `library Spans version '1.0.0'

// A span is all that a date or an amount may be: from its first day (or least number) to its last. A month is the span of
// its days. Without ends it is not known. Where it does not apply there is nothing to measure (days since a session
// nobody had), and every comparison with it is no.

define function "on"(moment Date):
  Tuple { applies: true, lo: moment, hi: moment }

define function "from to"(first Date, last Date):
  Tuple { applies: true, lo: first, hi: last }

define function "exactly"(value Integer):
  Tuple { applies: true, lo: value, hi: value }

define function "less than"(left ${amount}, right ${amount}):
  case
    when not left.applies or not right.applies then false
    when left.hi < right.lo then true
    when left.lo >= right.hi then false
    else null
  end

define function "at most"(left ${amount}, right ${amount}):
  case
    when not left.applies or not right.applies then false
    when left.hi <= right.lo then true
    when left.lo > right.hi then false
    else null
  end

// The date where something is so; where it is not, there is none.
define function "provided"(isSo Boolean, moment ${days}):
  case
    when isSo then moment
    when isSo is null then Tuple { applies: true, lo: null as Date, hi: null as Date }
    else Tuple { applies: false, lo: null as Date, hi: null as Date }
  end

// Of those that apply, end by end; one that is not known leaves it open.
define function "earliest"(dates List<${days}>):
  Tuple {
    applies: exists (dates D where D.applies),
    lo: if exists (dates D where D.applies and D.lo is null) then null else Min(dates D where D.applies return all D.lo),
    hi: if exists (dates D where D.applies and D.lo is null) then null else Min(dates D where D.applies return all D.hi)
  }

define function "latest"(dates List<${days}>):
  Tuple {
    applies: exists (dates D where D.applies),
    lo: if exists (dates D where D.applies and D.lo is null) then null else Max(dates D where D.applies return all D.lo),
    hi: if exists (dates D where D.applies and D.lo is null) then null else Max(dates D where D.applies return all D.hi)
  }

define function "shifted"(moment ${days}, distance ${amount}):
  Tuple {
    applies: moment.applies and distance.applies,
    lo: "days later"(moment.lo, distance.lo),
    hi: "days later"(moment.hi, distance.hi)
  }

define function "days later"(moment Date, distance Integer):
  if moment is null or distance is null then null
  else moment + System.Quantity { value: ToDecimal(distance), unit: 'days' }

define function "days between"(earlier ${days}, later ${days}):
  Tuple {
    applies: earlier.applies and later.applies,
    lo: difference in days between earlier.hi and later.lo,
    hi: difference in days between earlier.lo and later.hi
  }

define function "years between"(earlier ${days}, later ${days}):
  Tuple {
    applies: earlier.applies and later.applies,
    lo: "birthdays between"(earlier.hi, later.lo),
    hi: "birthdays between"(earlier.lo, later.hi)
  }

// Someone born on a 29 February is a year older on 1 March.
define function "birthdays between"(born Date, today Date):
  (year from today) - (year from born)
    - (
      if month from today < month from born
        or (month from today = month from born and day from today < day from born)
      then 1 else 0
    )

define function "plus"(left ${amount}, right ${amount}):
  Tuple { applies: left.applies and right.applies, lo: left.lo + right.lo, hi: left.hi + right.hi }

// From the least to the greatest that the ends can make between them.
define function "times"(left ${amount}, right ${amount}):
  Tuple {
    applies: left.applies and right.applies,
    lo: if left.lo is null or right.lo is null then null
      else Min({ left.lo * right.lo, left.lo * right.hi, left.hi * right.lo, left.hi * right.hi }),
    hi: if left.lo is null or right.lo is null then null
      else Max({ left.lo * right.lo, left.lo * right.hi, left.hi * right.lo, left.hi * right.hi })
  }

// How many are so: surely at least, at most with those that may be.
define function "count"(truths List<Boolean>):
  Tuple {
    applies: true,
    lo: Count(truths T where T return all 1),
    hi: Count(truths T where T is not false return all 1)
  }

define function "total"(entries List<Tuple { counts Boolean, amount Integer }>):
  if exists (entries E where E.counts is not false and E.amount is null return all 1)
    then Tuple { applies: true, lo: null as Integer, hi: null as Integer }
  else Tuple {
    applies: true,
    lo: Coalesce(Sum(entries E where E.counts return all E.amount), 0)
      + Coalesce(Sum(entries E where E.counts is null and E.amount < 0 return all E.amount), 0),
    hi: Coalesce(Sum(entries E where E.counts return all E.amount), 0)
      + Coalesce(Sum(entries E where E.counts is null and E.amount > 0 return all E.amount), 0)
  }

// Of the entries that count. None counts: there is no such date. Which of them count is open, or one has no date: not known.
define function "latest of"(entries List<Tuple { counts Boolean, span ${days} }>):
  case
    when not exists (entries E where E.counts is not false)
      then Tuple { applies: false, lo: null as Date, hi: null as Date }
    when not exists (entries E where E.counts) or exists (entries E where E.counts is not false and E.span.lo is null)
      then Tuple { applies: true, lo: null as Date, hi: null as Date }
    else Tuple {
      applies: true,
      lo: Max(entries E where E.counts return all E.span.lo),
      hi: Max(entries E where E.counts is not false return all E.span.hi)
    }
  end

define function "first of"(entries List<Tuple { counts Boolean, span ${days} }>):
  case
    when not exists (entries E where E.counts is not false)
      then Tuple { applies: false, lo: null as Date, hi: null as Date }
    when not exists (entries E where E.counts) or exists (entries E where E.counts is not false and E.span.lo is null)
      then Tuple { applies: true, lo: null as Date, hi: null as Date }
    else Tuple {
      applies: true,
      lo: Min(entries E where E.counts is not false return all E.span.lo),
      hi: Min(entries E where E.counts return all E.span.hi)
    }
  end

// How many days the last run had lasted that was broken. Oldest first, those of one day together, an ending before a beginning.
define function "run length"(entries List<Tuple { runs Boolean, ends Boolean, span ${days}, dated Date }>):
  "length of run"(entries, Max(
    entries E
      where E.ends and exists (entries R where R.runs and R.dated before E.dated and "no end between"(entries, R.dated, E.dated))
      return all E.dated
  ))

define function "no end between"(entries List<Tuple { runs Boolean, ends Boolean, span ${days}, dated Date }>, first Date, last Date):
  not exists (entries X where X.ends and X.dated after first and X.dated before last)

define function "length of run"(entries List<Tuple { runs Boolean, ends Boolean, span ${days}, dated Date }>, last Date):
  if last is null then Tuple { applies: false, lo: null as Integer, hi: null as Integer }
  else "days between"(
    "on that day"(entries R where R.runs and R.dated = Min(
      entries X where X.runs and X.dated before last and "no end between"(entries, X.dated, last) return all X.dated
    ) return all R.span),
    "on that day"(entries R where R.ends and R.dated = last return all R.span)
  )

// What several entries that end on one day say of it: it may be as early as any of them.
define function "on that day"(dates List<${days}>):
  "from to"(
    Min(dates D where D.lo is not null return all D.lo),
    Max(dates D where D.hi is not null return all D.hi)
  )
`,
}
