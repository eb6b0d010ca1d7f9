import type { CqlText } from './cql-text.ts'

/** What conditions need besides CQL's own `and`, `or` and `not`, which are those of three values already. */
export const truthsLibrary: CqlText = {
  name: 'Truths',
  version: '1.0.0',
  text: `library Truths version '1.0.0'

// Yes, no, and not known: true, false and null. Not known is never read as no.

// At least one is so. Of none: no.
define function "some"(truths List<Boolean>):
  case
    when exists (truths T where T return all 1) then true
    when exists (truths T where T is null return all 1) then null
    else false
  end

// The set has one of these. A set nobody knows: not known.
define function "has any"(members List<String>, wanted List<String>):
  case when members is null then null else exists (members intersect wanted) end

// Of the entries that count, latest first, the one after so many others holds. Those of one day may have come in any
// order, and one that may count may not: all that could be meant has to come to the same. There is none: no.
define function "latest but"(entries List<Tuple { counts Boolean, holds Boolean, dated Date }>, others Integer):
  "all the same"(
    (
      entries E
        where E.counts is not false
          and Count(entries X where X.counts and X.dated after E.dated return all 1) <= others
          and Count(entries X where X.counts is not false and X.dated same or after E.dated return all 1) > others
        return all "sign"(E.holds)
    ) union (
      ({ 0 }) N where Count(entries X where X.counts return all 1) <= others
    )
  )

define function "sign"(truth Boolean):
  case when truth then 1 when not truth then 0 else 2 end

define function "all the same"(signs List<Integer>):
  case
    when not exists (signs S where S != 1) then true
    when not exists (signs S where S != 0) then false
    else null
  end

// Of rules in order of rank, the first that holds answers. One above it that is not known is not passed over: then what
// is said is the least bold of all that may be. Levels are named from the least bold to the boldest; the first answer of
// a level is what is said where the level is sure and the answer is not.
define function "decided"(rules List<Tuple { holds Boolean, answer String }>, levels List<List<String>>):
  "least bold"(
    (Take(rules, IndexOf(rules R return all (R.holds is true), true) + 1)) R
      where R.holds is not false
      return all R.answer,
    levels
  )

define function "least bold"(answers List<String>, levels List<List<String>>):
  if Count(distinct answers) = 1 then First(answers)
  else First(First(levels L where exists (L intersect answers)))
`,
}
