import type { CqlText } from './cql-text.ts'

const statement =
  'Tuple { fact String, yes Boolean, words List<String>, amount Decimal, text String, lo Date, hi Date, seenLo Date, seenHi Date }'

/** Fact Observations as plain answers; see the profile. */
export const statementsLibrary: CqlText = {
  name: 'FactStatements',
  version: '1.2.0',
  text: `library FactStatements version '1.2.0'

using FHIR version '4.0.1'

include Spans version '1.0.0' called Spans

// What Fact Observations say: one for each fact that has an answer, worked out for one day. What is not there, or has a
// reason why it is absent, is not known. One that is not final, such as one that was entered in error, says nothing.

define function "code of"(concept FHIR.CodeableConcept, system String):
  First((concept.coding) C where C.system.value = system return all C.code.value)

define function "facts"(observations List<FHIR.Observation>, facts String, answers String):
  observations O
    let fact: "code of"(O.code, facts)
    where O.status.value = 'final' and fact is not null
    return all Tuple {
      fact: fact,
      yes: (O.value as FHIR.boolean).value,
      words: ((O.value as FHIR.CodeableConcept).coding) C where C.system.value = answers return all C.code.value,
      amount: (O.value as FHIR.Quantity).value.value,
      text: (O.value as FHIR.string).value,
      lo: "first day"((O.value as FHIR.dateTime).value, O.value as FHIR.Period),
      hi: "last day"((O.value as FHIR.dateTime).value, O.value as FHIR.Period),
      seenLo: if O.value is null then null
        else "first day"((O.effective as FHIR.dateTime).value, O.effective as FHIR.Period),
      seenHi: if O.value is null then null
        else "last day"((O.effective as FHIR.dateTime).value, O.effective as FHIR.Period)
    }

// What was recorded with a date and fields of its own.
define function "entries"(observations List<FHIR.Observation>, kinds String, facts String, answers String):
  observations O
    let kind: "code of"(O.code, kinds)
    where O.status.value = 'final' and kind is not null
    return all Tuple {
      kind: kind,
      span: Spans."from to"(
        "first day"((O.effective as FHIR.dateTime).value, O.effective as FHIR.Period),
        "last day"((O.effective as FHIR.dateTime).value, O.effective as FHIR.Period)
      ),
      fields: (O.component) P
        return all Tuple {
          fact: "code of"(P.code, facts),
          yes: (P.value as FHIR.boolean).value,
          words: ((P.value as FHIR.CodeableConcept).coding) C where C.system.value = answers return all C.code.value,
          amount: (P.value as FHIR.Quantity).value.value,
          text: (P.value as FHIR.string).value,
          lo: "first day"((P.value as FHIR.dateTime).value, P.value as FHIR.Period),
          hi: "last day"((P.value as FHIR.dateTime).value, P.value as FHIR.Period),
          seenLo: if P.value is null then null
            else "first day"((O.effective as FHIR.dateTime).value, O.effective as FHIR.Period),
          seenHi: if P.value is null then null
            else "last day"((O.effective as FHIR.dateTime).value, O.effective as FHIR.Period)
        }
    }

// A year or a month is all its days.
define function "first day"(moment DateTime, period FHIR.Period):
  "first of"(Coalesce(moment, period.start.value))

define function "last day"(moment DateTime, period FHIR.Period):
  "last of"(Coalesce(moment, period."end".value))

define function "first of"(moment DateTime):
  if moment is null then null
  else Date(year from moment, Coalesce(month from moment, 1), Coalesce(day from moment, 1))

define function "last of"(moment DateTime):
  if moment is null then null
  else Date(
    year from moment,
    Coalesce(month from moment, 12),
    Coalesce(day from moment, "days in month"(year from moment, Coalesce(month from moment, 12)))
  )

define function "days in month"(inYear Integer, inMonth Integer):
  case
    when inMonth in { 4, 6, 9, 11 } then 30
    when inMonth = 2 and inYear mod 4 = 0 and (inYear mod 100 != 0 or inYear mod 400 = 0) then 29
    when inMonth = 2 then 28
    else 31
  end

define function "of"(statements List<${statement}>, id String):
  singleton from (statements S where S.fact = id)

define function "yes or no"(statements List<${statement}>, id String):
  "of"(statements, id).yes

// A word that is none of the fact's own says nothing: what it means is not known. Of two words nobody can tell which counts.
define function "word"(statements List<${statement}>, id String, own List<String>):
  if Count("of"(statements, id).words) > 1 then null
  else First(("of"(statements, id).words) W where W in own)

// Nor is it known what a set holds, one of whose members is none of its own.
define function "members"(statements List<${statement}>, id String, own List<String>):
  if exists (("of"(statements, id).words) W where not (W in own)) then null
  else "of"(statements, id).words

define function "text"(statements List<${statement}>, id String):
  "of"(statements, id).text

// In steps: 2.5 with one decimal is 25.
define function "amount"(statements List<${statement}>, id String, steps Decimal):
  Truncate(Round("of"(statements, id).amount * steps))

define function "date"(statements List<${statement}>, id String):
  Spans."from to"("of"(statements, id).lo, "of"(statements, id).hi)

// When the answer was observed.
define function "observed"(statements List<${statement}>, id String):
  Spans."from to"("of"(statements, id).seenLo, "of"(statements, id).seenHi)
`,
}
