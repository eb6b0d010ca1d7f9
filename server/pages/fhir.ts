import { own } from '@facialis/fhir/terms/systems.ts'
import { may, type Permission, roles } from '@facialis/wire'
import { accountSystem } from '../fhir/audit/audit-event.ts'
import { auditParameters } from '../fhir/audit/audit-search.ts'
import { interactionsOf, rolesFor } from '../fhir/responses/interactions.ts'
import { compartmentLinks, compartmentTypes } from '../fhir/search/compartment.ts'
import { routes } from '../routes/index.ts'
import { everywhere, parametersOf, servedTypes } from '../search-indexing/parameters.ts'

/** `docs/fhir-api.md`: what is served over FHIR R4, as the tables of the server say it. */
export function fhirPage(): string {
  const code = (word: string) => `\`${word}\``
  const served = routes.filter(({ path }) => /^\/fhir(\/|$)/.test(path))
  const who = (permission: Permission | 'anyone') =>
    permission === 'anyone' ? 'everyone' : roles.filter((role) => may([role], permission)).join(', ')
  const versions: Readonly<Record<NonNullable<(typeof routes)[number]['ifMatch']>, string>> = {
    always: 'always',
    'where-there-is-one': 'if it already exists',
    'by-kind': 'depends on the kind',
    'by-entry': 'in each entry',
  }
  return [
    ...introduction,
    '## Requests',
    '',
    '| request | for | `If-Match` required |',
    '|---|---|---|',
    ...served.map(
      ({ method, path, may: permission, ifMatch }) =>
        `| ${code(`${method} ${path}`)} | ${who(permission as Permission)} | ${ifMatch ? versions[ifMatch] : '·'} |`,
    ),
    '',
    ...reading,
    '## Resource types',
    '',
    `Every type can also be searched by ${['_id', '_lastUpdated', ...everywhere.map(({ name }) => name)].map(code).join(', ')}.`,
    'Anything else on a type gets 405, with the permitted methods in `Allow`. Only doctors (clinician, surgeon) may delete.',
    '',
    '| type | operations | written by | search parameters (kind) |',
    '|---|---|---|---|',
    ...servedTypes.map((type) => {
      const done = ['read', ...interactionsOf(type).map((one) => doneWords[one])]
      const by = (parametersOf[type] ?? []).map(({ name, kind }) => `${code(name)} ${kind}`).join(', ')
      return `| ${type} | ${done.join(', ')} | ${rolesFor(type, 'create').join(', ')} | ${by} |`
    }),
    '',
    '### The patient compartment',
    '',
    'These parameters decide whether a resource belongs to it. A `Patient` is in its own compartment; what is about a linked patient is only in that patient’s.',
    '',
    ...compartmentTypes.map((type) => `- ${type}: ${compartmentLinks[type]?.map(code).join(', ')}`),
    '',
    ...trail,
    ...writing,
  ].join('\n')
}

const doneWords = { create: 'create', update: 'update', patch: 'patch', delete: 'delete' } as const

const introduction = [
  '# The FHIR R4 interface',
  '',
  'Generated from the server’s own tables by `npm run generate`; tests check the server against everything listed here.',
  '',
  'The record consists of FHIR R4 resources, and other systems read and write them at `/fhir`. A role may read here exactly what it may read on the screens.',
  'What does not exist and what is forbidden get the same 404. Every error is an `OperationOutcome` that says where it is: a path into the body',
  '(`Bundle.entry[3].resource.status`), or `http.` and the name of the parameter or header.',
  '',
  'Only R4 as JSON is spoken (`application/fhir+json`, also with `fhirVersion=4.0`). Refused are an object that names something twice (400, `member-twice`), because',
  'readers differ in which of the two counts; text that is not UTF-8 (400, `not-unicode`); a number too large to be held, such as `1e400` (400, `number-too-large`); and a compressed body (415).',
  '',
  'Sign in as on the screens: `POST /api/sign-in` sets the session cookie. A request that changes something, or that uses `POST`, needs',
  'the header `X-Facialis: 1`, which a page of another site cannot set. (There are no access tokens for SMART apps yet; they would be checked in the one place that finds out',
  'who is asking, `server/http/register-route.ts`.)',
  '',
  '```sh',
  'curl -c jar -H "X-Facialis: 1" -H "Content-Type: application/json" \\',
  '     -d \'{"login": "demo.neurologist", "password": "…"}\' http://localhost:3000/api/sign-in',
  'curl -b jar "http://localhost:3000/fhir/Observation?patient.name=dora&code=hfs.onset&_include=Observation:subject"',
  'curl -b jar -H "X-Facialis: 1" -H "Content-Type: application/fhir+json" -H \'If-Match: W/"1"\' -X PUT \\',
  '     -d @changed.json http://localhost:3000/fhir/Observation/123',
  '```',
  '',
]

const reading = [
  '## Reading and searching',
  '',
  '- **Versions.** `ETag` and `Last-Modified` name the version; `If-None-Match` and `If-Modified-Since` get 304 if nothing changed.',
  '  A deleted resource gets 410; its earlier versions remain readable.',
  '- **Parameters.** Values separated by `,` are alternatives; a parameter given twice must match both times. Modifiers: `:missing`; `:not` for tokens; `:exact` for',
  '  strings; `:Type` and `:identifier` for references. Date prefixes: `eq ne gt lt ge le sa eb ap`; a date without a time zone is read as UTC.',
  '  A string matches the beginning of the text or of any word in it, ignoring capitals, accents and punctuation: `family=smith jones` finds Smith-Jones.',
  '- **Chains.** One link is followed: `subject:Patient.identifier=…`, `patient.name=…`. In reverse, `_has:Observation:patient:code=…` finds',
  '  resources to which a matching resource refers.',
  '- **Results.** `_include`, `_revinclude`, `_sort` (up to three keys), `_count` (50 by default, at most 500), `_total` and `_summary=count` are supported. Resources are always sent whole, also for `_elements` and',
  '  `_summary=true`; included resources include nothing further (no `:iterate`). An unknown parameter is refused, because a filter that is ignored finds too much;',
  '  with `Prefer: handling=lenient` it is ignored and reported. The `self` link of a bundle contains what was actually applied.',
  '- **Pages.** All pages of a search show the record as it was at the first page, whatever is written meanwhile. The address of a further page is',
  '  sealed, because searches name people and addresses end up in logs. It works only for the account that asked, in the same session; some clients (`fhirclient`) send a `Cookie` header that they were given with the first page only.',
  '  After 10,000 writes of the type it gets 410. To keep names out of the first address too, search with `POST [type]/_search`.',
  '- **Compartments.** `Patient/[id]/[type]?…` searches the patient compartment as R4 defines it (listed below), with every parameter of the type. `Patient/[id]/*?…` returns all of it, type by',
  '  type (`_type`, `_count`, `_since`, and the parameters of every type). Pages of both are stable and sealed, as above. The compartment also contains what the person performed, asserted, sent, received or wrote',
  '  about somebody else; a condition about another person (`?patient=…`) finds just that. Being in a compartment grants no access: each resource is shown only to those who may see it elsewhere, and the audit trail names everybody it is about.',
  '  `$everything` and a group export contain only what is about the person (and no groups). A person who is not here gets the same 404 as what is forbidden; a type that is in no',
  '  compartment gets `not-in-compartment`. `Patient/[id]/AuditEvent` is for privacy officers. Outside a compartment only one type can be searched at a time (405).',
  '- **History.** `_history` of a resource, a type or everything has its own pages (`_count`, `_since`, nothing else). A bundle can read all of these, and `$everything`; call the other operations directly.',
  '- **Audit.** Every read is recorded in the audit trail with the people it was about, and so is every refused write. A body that is not JSON, not FHIR or names no version is recorded without its content, once a minute per account.',
  '',
]

const trail = [
  '## The audit trail',
  '',
  `\`AuditEvent\` is for privacy officers. It gives each event of the trail, newest first, converted when it is requested. Search parameters: ${auditParameters
    .map(({ name }) => `\`${name}\``)
    .join(', ')},`,
  `\`_id\`, \`_lastUpdated\`, \`_count\`. \`patient\` and \`agent\` (an account, \`agent:identifier=${accountSystem}|…\`) use an index; for the others some 10,000 events are looked through for each page,`,
  'so a page may be short and still have a next one. The `subtype` says what was done, in the words of `permissions.md`; the hash of the chain is an extension; `BTG` marks an emergency.',
  'Nobody can write an `AuditEvent` (405). Reading the trail is itself recorded in it.',
  '',
]

const writing = [
  '## Writing',
  '',
  '- **Validation.** Every resource is checked against R4: members, types, cardinalities, invariants, required codes, and nothing empty (`[]`, `{}`, `""`). All errors are reported at once (422).',
  '- **Versions.** Update, patch (JSON Patch) and delete need `If-Match`: 428 without it, 412 if somebody else was quicker, 400 if it is malformed.',
  '- **Conditions.** `If-None-Exist` (what follows `?`, or the whole address of the search) and `PUT`, `PATCH` and `DELETE` of `[type]?…` are decided inside the transaction, so of a hundred identical requests one creates',
  '  something. `POST [type]?…` is refused (400), because its condition would be ignored. Nothing is done (412) if a condition matches several resources or contains only `_count`, `_sort` or `_pretty`. The same holds if `If-None-Exist` matches something',
  '  about somebody else, or a different person (another name and birth date, and no identifier in common; 412, `found-of-another`). A condition or reference whose value is empty (`identifier=`, `identifier=https://hospital.example/mrn|`, `subject=Patient/`) is refused (400):',
  '  it would match nobody, or whoever is alone in that list. A `PUT` whose condition matches nothing creates a resource, but not under an id that already exists (409, `id-taken`). What one entry of a transaction finds in the record, no other',
  '  entry of it may change (400).',
  '- **`Idempotency-Key`.** A request sent twice is done once and gets the same answer. The same key for something else gets 422; for a batch, then nothing in it is done.',
  '- **Bundles.** At most 500 entries and 100 reads, which together return some 5,000 resources. Addresses of this server may be written in full. A transaction is done completely or not at all; in a batch each entry',
  '  stands alone. Reads in a transaction happen after its writes; a read that fails says so in its entry and undoes nothing. `Prefer: return=minimal | representation | OperationOutcome` is supported; `Location` names what was written, and what a',
  '  condition matched.',
  '- **References in a bundle.** `urn:uuid:` and `Type?condition` references are resolved. `Patient/7` in an entry whose `fullUrl` begins with another server’s address means the entry that is that server’s `Patient/7`; if there is none, it means',
  '  nobody here (422, `no-such-person`), in a batch too, unless the resource that contains it is stored under the id it has there. A resource sent with an id but no address, or in a batch, cannot be told apart from what has that id here (422, `unresolved`).',
  '- **Conditions in a bundle.** A condition in a reference is answered from the record as it will be: it finds what the same transaction creates, and not what it deletes; no match, or several, is refused (412). A condition that decides what is created (`ifNoneExist`) or',
  '  changed (`[type]?…`) is answered from the record as it was. A condition that depends on another is evaluated after it, whatever their order; conditions that depend on each other are refused with both places (422, `circular`). Inside a condition the `fullUrl` of an entry stands for',
  '  what that entry is stored as; a `fullUrl` of no entry, or a search where a reference belongs, is refused (422, `unresolved`), because it would match nothing.',
  '- **Whose it is.** A resource belongs to a person who is here, and stays theirs. An address of another server, a number or words alone name nobody (422, `no-such-person`), unless the `type` of the reference says it is not a person. This also holds for the people named by a',
  '  `Provenance` (`target`), a `Group` (`member`) or a `Task` without `for` (`focus`); whoever they name as `Patient/[id]` must be here. A `type` must be one of R4, or an address that describes another (422, `not-valid`). A resource that names nobody, such as an `Observation` of a device, appears on no page.',
  '- **Names and birth dates.** A new `birthDate` more than 130 years ago or after today is refused (422, `bad-date`), in a `QuestionnaireResponse` too. One that contradicts an answer from a form or a visit, or lies after something on record, is accepted and opens a',
  '  review that shows both; so does such an answer, and anything dated before the birth. The page shows the birth date from which ages are counted. A name corrected here stays with the person as `old`, so searches find both; overwriting a name or birth date that was corrected here',
  '  opens a review.',
  '- **What cannot change.** A `Patient` is never deleted, a `Provenance` never rewritten, and the code of a `Medication` or `Condition` stays as it is. A medicine that something refers to, and the reason for which something was given, cannot be changed, deleted or',
  '  recreated as something else (`relied-on`), because other entries were accepted on its basis.',
  '- **Merged people.** A `Patient` that says it was replaced by another, or replaces one (`link`), makes one person of two records. They are read as one under the id in use; the screens, acts and `$apply` refuse',
  '  the other id with 409 (`merged`) and name the one to use. What still arrives for the other id is accepted and judged over both. A link to nobody here, to itself, to several or in a circle is refused (422). A review asks somebody to check the merge, and again if it is undone.',
  '  `active: false` takes a record off every list while nothing in it is waiting.',
  '- **Possible duplicates.** A review also opens when a person is created, renamed or given another birth date and then has the name (however it is divided into parts) and the full birth date of somebody who is here or earlier in the same bundle; for a file, of',
  '  somebody who was here before the import. A person whom a letter or the front door named in one piece is not found by `family` or `given`, but by `name`.',
  '- **What only doctors may do.** Deleting, and what amounts to it: marking a finding as entered in error, cancelled or refuted; a `Provenance` that says one report revised',
  '  another; and any change after which something that spoke against an offer is no longer said, or an injection no longer counts or has fewer units.',
  '- **Acts notice.** Each write appears on the person’s timeline, so an act that saw the record before it is told to look again.',
  '',
  '### The gate',
  '',
  'Toxin that arrives as a resource meets the same gate as an act, judged on the chart as it was before the whole bundle.',
  '',
  '- An order for the face needs `botulinum`. An injection by this clinic, dated today or undated, needs `botulinum.session` and the checks of a session. Otherwise it gets 422 with the reason, its passage and what is missing. What the',
  '  screens would ask twice is confirmed by the header `X-Facialis-Confirmed: 1`. Toxin for another indication is accepted and counts towards totals and intervals.',
  '- What happened before today is accepted and marked `recorded-after`; it opens a review if the gate was shut. For today, the mark alone opens nothing: `elsewhere` must name a performer who does not work here (a title, an initial, a missing middle name or a typing',
  '  error does not make a colleague somebody else), and only a doctor may say `mistake`. What is still going on (`in-progress`, `on-hold`) counts as today, whenever it began.',
  '- A reason that says nothing opens nothing: one that is unknown, has no system, is only a code of ICD-10 chapter Z, is an unspecified movement or spasm, is a problem with `verificationStatus` `differential`, or has a SNOMED CT number whose last digit is',
  '  wrong; nor does a reason next to codes that contradict each other (CPT 64612 with 64615 or 64616). A dispense has the reasons of the toxin orders it is based on, and no others.',
  '- Anything else that opens a gate further, or removes what kept it shut, is accepted and opens a review.',
  '- A medicine that cannot be looked up is refused, whatever its reference is labelled. A procedure is read by its code and by what it used (`usedCode`, `usedReference`, `focalDevice`: a medicine, device or substance, and what is written on it); if a `usedReference` cannot be',
  '  looked up, the procedure is refused if it is dated today, and accepted if it is dated earlier.',
  '- A resource in which only a note or a dose text names toxin, or the name is spaced or misspelled, is accepted, and a review asks somebody to read it. The same applies to a laboratory order that names toxin as what is measured, and to an observation that says it was given; for',
  '  earlier days only while nothing else mentions toxin.',
  '- Toxin in an activity of a `CarePlan` or in the code of a `Task` is an order; toxin `contained` in something else is refused. So is a `Task` whose `focus` or `basedOn` is an unsigned toxin order, unless the task is to approve, change, replace, suspend or abort it.',
  '- A medicine given only by codes that are not known here is accepted; if it is requested while the gate is shut, for somebody in this pathway, a review asks what it is. Ruling out a problem, or withdrawing an order, opens a review if toxin was accepted for that reason.',
  '- What opens the gate for one session only is used up by an act, not here.',
  '',
  '### What only acts say',
  '',
  `Refused (422, \`kept-by-acts\` or \`not-yours\`): facts, entries, screens and tags in codes of this clinic (\`${own}/…\`); any change to what an act`,
  'recorded; a signature under a diagnosis, on a form or by a practitioner contained in a resource; a judgement that a red flag or a lesion is explained; standing',
  'exceptions; the at-chair list and reassuring answers on it; the version an episode follows. What speaks against an offer is accepted: an allergy, a pregnancy, a death. A problem list is read, but its signature is not. Everybody may use the mark `recorded-after` and the names of our',
  'questionnaires and plans.',
  '',
  'The standing order under which nurses inject can only be signed and withdrawn by an act; an order that arrives as a resource does not permit a nurse to inject. When it is withdrawn, its `MedicationRequest`',
  'becomes `stopped`, with the reason in `statusReason`; what was given under it stays.',
  '',
  '## Operations',
  '',
  '- `Patient/[id]/$everything` (`_type`, `_since`, `_count`; by `GET`, or by `POST` with `Parameters`) includes the medicines and colleagues that are referred to.',
  '- `PlanDefinition/hemifacial-spasm/$apply?subject=Patient/[id]` gives the next steps as a draft CarePlan, what may not be done and from which day it may, and what calls for caution. It orders nothing; the advice is logged.',
  '- `$export`, `Patient/$export`, `Group/[id]/$export` (Bulk Data, `Prefer: respond-async`; `_type`, `_since`) answer 202 with `Content-Location`, then the list of files, each',
  '  read from the record as it was when the export was requested; `DELETE` discards it. An export ends with the server process, after a day, or once the same account has requested a hundred more. Its `transactionTime` is one minute before the request: an export `_since` that time repeats this minute, and misses nothing that was just being written.',
  '- `facialis import FILE|FOLDER…` loads NDJSON under the same rules, 500 resources per transaction.',
  '  - A resource whose id is already here stays as it is; if the file says something else, that is reported with its place.',
  '  - If somebody else has that id here (another name and another birth date, or no word of the name in common while one birth date is not known), that person, and everything the files say about them or merge with them, is set aside. So is a `Medication`, `Practitioner`, `PractitionerRole`,',
  '    `Organization`, `Location` or `Group` that has another name here, with whatever refers to it. A shared `identifier` makes them the same.',
  '  - If the import opens a gate further for somebody who was here before, a review asks somebody to look; nobody has relied on an answer about those it creates.',
  '  - The `$export` of another Facialis arrives as history: facts, screens, studies, sessions, operations, reports and consents, with their acts on the timeline, each marked `recorded-after` (`elsewhere`) and with the `meta.source` `https://facialis.invalid/elsewhere`. The gate is unchanged: toxin given elsewhere while it is shut here opens a review, and none of today is taken from a file.',
  '  - A diagnosis signed there reads `specialist-elsewhere` here, so it shuts both gates until a clinician here agrees with it (“Confirm the diagnosis or disagree”). After that the advice is what it was.',
  '  - A screen counts only with everything that was recorded about the person: if a statement, an entry or an act is missing, or a line of the files cannot be read, it is set aside and a review asks somebody to look, because what nobody marked would read as “no”. Import the whole export again and it is added.',
  '  - These are set aside: agreement with a diagnosis, standing exceptions, orders under which nurses inject, and what reassures at the chair today (they are signed here); requests at the front door and closed reviews (they stay there); anything in the name of an account of this clinic (restore a backup instead); what would change or close something recorded here; what this version of Facialis does not know. Files (films, documents), accounts, the audit trail and the logged advice are in no export.',
  '',
]
