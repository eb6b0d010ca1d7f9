/** An element as it is looked at: an object, or what is no object. */
type Holder = Readonly<Record<string, unknown>>
type Holds = (holder: Holder) => boolean

const has = (holder: Holder, name: string): boolean => holder[name] !== undefined

/** A member that may be of several types: `value` of `valueQuantity`. */
function hasChoice(holder: Holder, name: string): boolean {
  for (const key in holder) if (key.startsWith(name) && isCapital(key.charCodeAt(name.length))) return true
  return false
}
const isCapital = (letter: number): boolean => letter >= 65 && letter <= 90

const some =
  (...names: readonly string[]): Holds =>
  (holder) =>
    names.some((name) => has(holder, name))
const notBoth =
  (one: string, other: string): Holds =>
  (holder) =>
    !(has(holder, one) && has(holder, other))
const onlyWith =
  (name: string, other: string): Holds =>
  (holder) =>
    !has(holder, name) || has(holder, other)
const noLess =
  (name: string): Holds =>
  (holder) =>
    !has(holder, name) || Number(holder[name]) >= 0
/** Days, and times of universal time with as many digits, are in order as texts are. */
const noEarlier =
  (name: string, other: string): Holds =>
  (holder) => {
    const [at, before] = [holder[name], holder[other]]
    if (at === undefined || before === undefined) return true
    if (typeof at !== 'string' || typeof before !== 'string') return false
    const isAlike = at.length === 10 || (at.endsWith('Z') && before.endsWith('Z'))
    return isAlike && at.length === before.length && at >= before
  }

const anything: Holds = () => true

function isCoded(concept: unknown, system: string, codes: readonly string[]): boolean {
  const { coding } = (concept ?? {}) as { coding?: readonly Readonly<{ system?: string; code?: string }>[] }
  return coding?.some((one) => one.system === system && codes.includes(String(one.code))) ?? false
}

const hl7 = 'http://terminology.hl7.org/CodeSystem'
const isOver: Holds = ({ clinicalStatus }) =>
  isCoded(clinicalStatus, `${hl7}/condition-clinical`, ['resolved', 'remission', 'inactive'])
const isWrong =
  (system: string): Holds =>
  ({ verificationStatus }) =>
    isCoded(verificationStatus, `${hl7}/${system}`, ['entered-in-error'])
const isWrongProblem = isWrong('condition-ver-status')
const isWrongAllergy = isWrong('allergyintolerance-verification')

/**
 * Invariants of FHIR R4, each by the very expression that the standard writes it as, and when it is sure to hold. Not every
 * case in which it holds: who is not sure has the expression itself worked out.
 */
const sure: Readonly<Record<string, Holds>> = {
  // What is empty is found so before.
  'hasValue() or (children().count() > id.count())': anything,
  'extension.exists() != value.exists()': (holder) => has(holder, 'extension') !== hasChoice(holder, 'value'),
  // The library checks nothing of what a narrative holds.
  'htmlChecks()': anything,
  '(identifier.count() + name.count()) > 0': some('identifier', 'name'),
  'name.exists() or telecom.exists() or address.exists() or organization.exists()': some(
    'name',
    'telecom',
    'address',
    'organization',
  ),
  "where(use = 'home').empty()": ({ use }) => use !== 'home',
  'dataAbsentReason.empty() or value.empty()': (holder) =>
    !has(holder, 'dataAbsentReason') || !hasChoice(holder, 'value'),
  'value.empty() or component.code.where(coding.intersect(%resource.code.coding).exists()).empty()': (holder) =>
    !has(holder, 'component') || !hasChoice(holder, 'value'),
  'low.exists() or high.exists() or text.exists()': some('low', 'high', 'text'),
  "abatement.empty() or clinicalStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-clinical' and (code='resolved' or code='remission' or code='inactive')).exists()":
    (holder) => !hasChoice(holder, 'abatement') || isOver(holder),
  "verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code='entered-in-error').empty() or clinicalStatus.empty()":
    (holder) => !(isWrongProblem(holder) && has(holder, 'clinicalStatus')),
  "verificationStatus.coding.where(system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification' and code = 'entered-in-error').exists() or clinicalStatus.exists()":
    (holder) => isWrongAllergy(holder) || has(holder, 'clinicalStatus'),
  "verificationStatus.coding.where(system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification' and code = 'entered-in-error').empty() or clinicalStatus.empty()":
    (holder) => !(isWrongAllergy(holder) && has(holder, 'clinicalStatus')),
  'summary.exists() or assessment.exists()': some('summary', 'assessment'),
  'code.exists() or detail.exists()': some('code', 'detail'),
  'dose.exists() or rate.exists()': (holder) => has(holder, 'dose') || hasChoice(holder, 'rate'),
  'whenHandedOver.empty() or whenPrepared.empty() or whenHandedOver >= whenPrepared': noEarlier(
    'whenHandedOver',
    'whenPrepared',
  ),
  'orderDetail.empty() or code.exists()': onlyWith('orderDetail', 'code'),
  'policy.exists() or policyRule.exists()': some('policy', 'policyRule'),
  ...Object.fromEntries(
    ['patient-privacy', 'research', 'adr', 'treatment'].map((code) => [
      `patient.exists() or scope.coding.where(system='something' and code='${code}').exists().not()`,
      some('patient'),
    ]),
  ),
  '(answer.exists() and item.exists()).not()': notBoth('answer', 'item'),
  'lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn': noEarlier(
    'lastModified',
    'authoredOn',
  ),
  'detail.empty() or reference.empty()': notBoth('detail', 'reference'),
  '(detail.exists() and measure.exists()) or detail.exists().not()': (holder) =>
    !hasChoice(holder, 'detail') || has(holder, 'measure'),
  'age.empty() or born.empty()': (holder) => !hasChoice(holder, 'age') || !hasChoice(holder, 'born'),
  'age.exists() or estimatedAge.empty()': (holder) => !has(holder, 'estimatedAge') || hasChoice(holder, 'age'),
  'member.empty() or (actual = true)': (holder) => !has(holder, 'member') || holder.actual === true,
  'duration.empty() or durationUnit.exists()': onlyWith('duration', 'durationUnit'),
  'period.empty() or periodUnit.exists()': onlyWith('period', 'periodUnit'),
  'duration.exists() implies duration >= 0': noLess('duration'),
  'period.exists() implies period >= 0': noLess('period'),
  'periodMax.empty() or period.exists()': onlyWith('periodMax', 'period'),
  'durationMax.empty() or duration.exists()': onlyWith('durationMax', 'duration'),
  'countMax.empty() or count.exists()': onlyWith('countMax', 'count'),
  "offset.empty() or (when.exists() and when.select($this in ('C' | 'CM' | 'CD' | 'CV')).allFalse())": (holder) =>
    !has(holder, 'offset'),
  'timeOfDay.empty() or when.empty()': notBoth('timeOfDay', 'when'),
}

/** When an invariant is sure to hold of an element; null when nobody has said. Of what is no object it is asked as of one without members. */
export function surelyHolds(expression: string): Holds | null {
  // Each asks whether something of what is contained is not there, and whatever contains anything is not sure at all.
  if (/^contained\..*\.empty\(\)$/.test(expression)) return anything
  return Object.hasOwn(sure, expression) ? (sure[expression] as Holds) : null
}
