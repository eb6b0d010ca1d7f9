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
    'where-there-is-one': 'where there is one already',
    'by-kind': 'by kind',
    'by-entry': 'each entry',
  }
  return [
    ...introduction,
    '## What can be asked',
    '',
    '| request | for | names the version it saw (`If-Match`) |',
    '|---|---|---|',
    ...served.map(
      ({ method, path, may: permission, ifMatch }) =>
        `| ${code(`${method} ${path}`)} | ${who(permission as Permission)} | ${ifMatch ? versions[ifMatch] : '·'} |`,
    ),
    '',
    ...reading,
    '## What is kept, who may write it, and what it can be searched by',
    '',
    `Everything can also be searched by ${['_id', '_lastUpdated', ...everywhere.map(({ name }) => name)].map(code).join(', ')}.`,
    'Whatever may not be done to a type is answered 405, with the methods there are in `Allow`. Taking something back is for doctors.',
    '',
    '| type | may be | written by | searched by (kind) |',
    '|---|---|---|---|',
    ...servedTypes.map((type) => {
      const done = ['read', ...interactionsOf(type).map((one) => doneWords[one])]
      const by = (parametersOf[type] ?? []).map(({ name, kind }) => `${code(name)} ${kind}`).join(', ')
      return `| ${type} | ${done.join(', ')} | ${rolesFor(type, 'create').join(', ')} | ${by} |`
    }),
    '',
    '### In the compartment of a patient',
    '',
    'By these parameters a resource belongs to it. A `Patient` is in its own, too; what is about a linked patient is only in theirs.',
    '',
    ...compartmentTypes.map((type) => `- ${type}: ${compartmentLinks[type]?.map(code).join(', ')}`),
    '',
    ...trail,
    ...writing,
  ].join('\n')
}

const doneWords = { create: 'made', update: 'changed', patch: 'patched', delete: 'taken back' } as const

const introduction = [
  '# The FHIR R4 interface',
  '',
  'Generated from the tables of the server by `npm run generate`; a test asks the server for everything they say.',
  '',
  'The record *is* FHIR R4 resources, and other systems read and write them at `/fhir`. What a role may read of a person on',
  'the screens is what it may read here, and no more; what is absent and what is forbidden get the same 404. Every error is an',
  '`OperationOutcome` that says where: a path into what was sent (`Bundle.entry[3].resource.status`), or `http.` and the',
  'parameter or header. Only the JSON of R4 is spoken (`application/fhir+json`, also with `fhirVersion=4.0`). An object that names something twice is refused (400,',
  '`member-twice`), for readers differ in which of the two counts; so is what is no UTF-8 (400, `not-unicode`), a number that is too large to be held,',
  'such as `1e400` (400, `number-too-large`), and what comes packed (415).',
  '',
  'Whoever asks is signed in as on the screens, by the session cookie of `POST /api/sign-in`; a request that changes something,',
  'or is sent by `POST`, carries the header `X-Facialis: 1`, which a foreign page cannot set. (Access tokens of SMART apps come',
  'later, in the one place where a request is asked who it comes from: `server/http/register-route.ts`.)',
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
  '- `ETag` and `Last-Modified` name the version; `If-None-Match` and `If-Modified-Since` get 304 for what is known already.',
  '  A deleted resource gets 410, its earlier versions stay.',
  '- Several values behind one parameter (`,`) are one or the other; a parameter given twice must hold twice. Words about a',
  '  parameter: `:missing`, for tokens `:not`, for texts `:exact`, for references `:Type` and `:identifier`. Dates take `eq ne',
  '  gt lt ge le sa eb ap`; what names no time zone is read as UTC. A text is found by its beginning and that of each of its words,',
  '  whatever capitals, accents or signs are written: `family=smith jones` finds Smith-Jones.',
  '- One link of a chain is followed: `subject:Patient.identifier=…`, `patient.name=…`. The other way round,',
  '  `_has:Observation:patient:code=…` finds those to whom another resource refers of which this is so.',
  '- `_include`, `_revinclude`, `_sort` (up to three), `_count` (50; at most 500), `_total`, `_summary=count`. Resources are sent whole, also to who would do with less (`_elements`, `_summary=true`), and what is sent along brings nothing further along (no `:iterate`). Unknown',
  '  parameters are refused, for a filter that is left out finds too much; `Prefer: handling=lenient` leaves them out and says so. The `self` of a bundle has what was heeded.',
  '- All pages of a search show the record as it was at the first one, whatever is written meanwhile. The address of a further page is',
  '  sealed: searches name people, and addresses are noted in logs. It is of use to its asker only, and is asked for with the same session: some clients (`fhirclient`) send a `Cookie` header that was given to them with the first page only. After 10,000 writes of the type it',
  '  gets 410. To keep names out of the first address too, search by `POST [type]/_search`.',
  '- `Patient/[id]/[type]?…` searches what is in the compartment of a patient as R4 publishes it (the table below), with everything a search of the type takes; `Patient/[id]/*?…` is all of it, type by type (`_type`, `_count`, `_since`, and what everything can be searched by). Pages of both stand still, and are sealed, as above.',
  '  To a compartment belongs also what the person performed, asserted, sent, got or wrote about somebody else; a condition about another person (`?patient=…`) finds just that. Being in it opens nothing: each resource is shown to whom it is shown elsewhere, and the trail names everybody whose it is. `$everything` and the export of a group hold only what is about the person (without groups).',
  '  Who is not here gets the same 404 as what is forbidden; a type that is in no compartment gets one that says so (`not-in-compartment`). `Patient/[id]/AuditEvent` is for whoever watches over privacy. Outside a compartment several types are',
  '  not searched at once (405). `_history` of one resource, of a type and of everything has pages of its own (`_count`, `_since`, nothing else). A bundle reads all of these, and `$everything`, too; the other operations are asked for by themselves.',
  '- Every read is told in the audit trail, with the people it was about; so is every refusal of a write; of what is no JSON, no FHIR or names no version, without what was in it, of each person once in a minute.',
  '',
]

const trail = [
  '## The audit trail',
  '',
  `\`AuditEvent\` is for whoever watches over privacy: each event of the trail as it is kept, made when it is asked for, from the newest back. Searched by ${auditParameters
    .map(({ name }) => `\`${name}\``)
    .join(', ')},`,
  `\`_id\`, \`_lastUpdated\`, \`_count\`. \`patient\` and \`agent\` (an account, \`agent:identifier=${accountSystem}|…\`) are looked up; for the rest some 10,000 events are looked at for a page,`,
  'so a page may be short and still have a next one. What was done is the `subtype`, in the words of `permissions.md`; the hash of the chain is an extension; `BTG` is an emergency.',
  'Nobody writes it: 405. Looking at it is told in it.',
  '',
]

const writing = [
  '## Writing',
  '',
  '- Every resource is held against R4: members, types, cardinalities, invariants, required codes, nothing empty (`[]`, `{}`, `""`). All that is wrong is told at once (422).',
  '- Update, patch (JSON Patch) and delete name the version they saw: 428 without `If-Match`, 412 when somebody was quicker, 400 when it is',
  '  none. A condition behind the address at which something is made (`POST [type]?…`), which nobody would heed, is refused (400). `If-None-Exist` (what stands after `?`, or the whole address of the search) and `PUT`, `PATCH` and `DELETE` of `[type]?…` decide inside the transaction, so that of a hundred equal requests one makes something;',
  '  where a condition finds several, or only says how to answer (`_count`, `_sort`, `_pretty`), nothing is done (412), nor where `If-None-Exist` finds what is about somebody else than was sent, or somebody else (by name and birth date, with no number in common; 412, `found-of-another`). A condition whose value was left empty (`identifier=`, `identifier=https://hospital.example/mrn|`, `subject=Patient/`) is refused (400), and so is such a reference: it would find nobody, or whoever is alone in that list. A `PUT` whose condition finds nothing makes something, but not under an id that is here already (409, `id-taken`). What one entry of',
  '  a transaction finds there already, no other entry of it changes (400).',
  '- `Idempotency-Key`: sent twice, done once and answered alike; the same key for something else gets 422, also where it is a batch, of which then nothing is done.',
  '- A bundle has at most 500 entries and 100 reads, which together answer with some 5,000 resources. An address of ours may stand in it whole. A transaction is done as a whole or not at all; `urn:uuid:` and `Type?condition` references are resolved, and so is `Patient/7` in an entry whose `fullUrl` begins with the address of another server, where another entry is that server’s `Patient/7`; where none is, it is nobody here (422, `no-such-person`), also in a batch, unless what names them is put under the id it has there. What is sent along with an id, under no address or in a batch, cannot be told from what has that id here (422, `unresolved`). A condition in a reference is answered by the record as it will be: what the same transaction makes is found, what it takes back is not, and none or several is a refusal (412); one that decides whether something is made (`ifNoneExist`) or what is changed (`[type]?…`), by the record as it was. One that hangs on what another one finds is asked after it, whatever their order; those that hang on each other are refused with both places (422, `circular`). In a condition (`ifNoneExist`, `[type]?…`, also inside a reference) the `fullUrl` of an entry means what that entry is kept as; one of no entry, or another search where a reference belongs, is refused (422, `unresolved`), for it would find nothing. In a batch each entry',
  '  stands for itself. What a transaction reads is read once it is written; what cannot be read says so in its entry and undoes nothing. `Prefer: return=minimal | representation | OperationOutcome`; `Location` names what was written, and what was found by a condition.',
  '- A resource belongs to somebody who is here, and stays theirs: by the address of another server, by a number or in words alone nobody is named (422, `no-such-person`), unless the `type` of the link says that it is no person. So it is of whom a `Provenance` (`target`), a `Group` (`member`) or a `Task` without `for` (`focus`) tells, where that says that it is a person; and whoever these name as `Patient/[id]` is here. A `type` is one of R4, or the address at which another is described (422, `not-valid`). What names nobody at all, as an `Observation` of a device may, is on no page. A `birthDate` of more than 130 years back, or after today, is refused (422, `bad-date`) where it did not stand already, also where a form (`QuestionnaireResponse`) answers it. One that contradicts what was answered in a form or at a visit, or lies after something that is on record, is taken, as such an answer is and what is of a day before the birth, and opens a review that tells both; the page shows the one from which ages are counted. A name that is corrected here stays with the person as an `old` one, so that they are found by both; who writes over a name or a birth date that was corrected here opens a review. A `Patient` is never deleted, a `Provenance` never rewritten, and what a `Medication` or',
  '  `Condition` is called stays. A medicine that something names, and a reason for which something was given, is neither changed, nor taken back, nor',
  '  made anew as something else (`relied-on`): it was let in as what it was.',
  '- A `Patient` that says that it was replaced by another, or that it replaces one (`link`), makes one person of two records. Both are read as one, under the id that is in use; the',
  '  screens, acts and `$apply` refuse the other id with 409 (`merged`) and name it. What still comes for the other id is taken, and judged over both. A link to nobody here, to itself, to',
  '  several, or round in a circle is refused (422). A review asks somebody to look, and again when two are parted. So it does where somebody is made, or is named otherwise or born on another day than before, who has by that the name, however it is cut into parts, and the full birth date of somebody who is here, or who comes before them in the same bundle; of whom a file brings, where somebody has them who was here before the import: whom a letter or the front door named in one piece no search by `family` or `given` finds, but one by `name` does. `active: false` takes a record off every list while nothing in it waits.',
  '- What comes to the same as taking back is for doctors, too: calling a finding an error, cancelled or refuted, a Provenance that says one report revised',
  '  another, and any change after which something is no longer said that spoke against an offer, or an injection no longer counted, or with fewer units.',
  '- Each write stands on the person’s timeline, so acts that saw the record before it are told to look again.',
  '',
  '### The gate',
  '',
  'Toxin that comes in as a resource meets the same gate as an act, on the chart as it was before the whole bundle. An order for the face needs',
  '`botulinum`, an injection of ours of today or of no stated day `botulinum.session` and the checks of a session: else 422 with the reason, its passage and',
  'what is missing; what the screens would ask twice is confirmed by the header `X-Facialis-Confirmed: 1`. What happened before is accepted, marked `recorded-after`, and opens a review when the gate was shut. The mark alone opens nothing today: `elsewhere` names a performer who does not work here (a title, an initial, a missing middle name or a slip of the pen make nobody somebody else), `mistake` is a doctor’s word. What is still going on (`in-progress`, `on-hold`) is of today, whenever it began. A reason that says nothing opens nothing: unknown, of no system, a code of chapter Z of ICD-10 alone, a movement or a spasm that nobody specified, a problem of `verificationStatus` `differential`, or a SNOMED CT number whose last digit is wrong; nor does one beside codes that contradict each other (CPT 64612 and 64615 or 64616). What is handed out has the reason of the orders of toxin it is handed out on, and of no other. Toxin for another indication passes',
  'and counts. Whatever else comes in and opens a gate further, or takes back what held it shut, is taken and opens a review. A medicine that nobody can look up is refused, whatever the words on its reference. A procedure is heard by its code and by what it used (`usedCode`, `usedReference`, `focalDevice`: a medicine, a device or a substance, and what is written on it); one of today whose `usedReference` nobody can look up is refused, one of an earlier day is not. Where only a note or the words of a dose name toxin, or its name is spaced or has a slip of the pen, it is taken, and a review asks somebody to read it, as it does of an order of a laboratory that names toxin as what is measured, and of an observation that says it was given; of an earlier day only while nothing else tells of any. Toxin in an activity of a `CarePlan` or the code of a `Task` is an order; one `contained` in something else is refused. So is, by a `Task` with it as `focus` or `basedOn`, an order that nobody has signed, unless the task is to approve, change, replace, suspend or abort it. A medicine told by codes that nobody here reads, without a word, is taken; asked for while the gate is shut for somebody whose pathway this is, a review asks to read what it is. A problem that is ruled out, or an order that is taken back, opens a review where toxin was let in for its reason. What opens the gate for one session only is used up by an act, not here.',
  '',
  '### What only acts say',
  '',
  `Refused (422, \`kept-by-acts\` or \`not-yours\`): facts, entries, screens and tags in codes of this clinic (\`${own}/…\`); any change of what an act`,
  'recorded; a signature under a diagnosis, on a form or by a practitioner who comes inside a resource; a judgement that a red flag or a lesion is explained; standing',
  'exceptions; the list at the chair and what reassures on it; the version an episode follows. What speaks against an offer is heard: an allergy, a pregnancy, a death. A problem list is heard without its signature. Open to all: the mark `recorded-after`, the name of our',
  'questionnaires and plans.',
  '',
  'The order under which nurses inject is signed, and withdrawn, by an act alone: an order that comes in as a resource gives a nurse none. Withdrawn, its `MedicationRequest`',
  'is `stopped`, with the reason in `statusReason`; what was given under it stays.',
  '',
  '## Operations',
  '',
  '- `Patient/[id]/$everything` (`_type`, `_since`, `_count`; by `GET`, or by `POST` with `Parameters`), with the medicines and colleagues that are referred to.',
  '- `PlanDefinition/hemifacial-spasm/$apply?subject=Patient/[id]`: the next steps as a draft CarePlan, what may not be done and from which day it may, and what asks for caution. It orders nothing; that the advice was given is logged.',
  '- `$export`, `Patient/$export`, `Group/[id]/$export` (Bulk Data, `Prefer: respond-async`; `_type`, `_since`): 202 with `Content-Location`, then the list of files, each',
  '  read from the record as it was when the export was asked for; `DELETE` takes it back. An export ends with the process, after a day, or when the same asker asked for a hundred more. Its `transactionTime` is a minute before it was asked for: the next one, `_since` then, has that minute again and misses nothing that was just being written.',
  '- `facialis import FILE|FOLDER…` brings NDJSON in by the same door, 500 in each transaction. What is here under its id already stays as it is, and is told with its place where a file says something else of it; where somebody else has that id here (another name and another birth date, or no word of the name where one birth date is not known), they, and all that the files tell of them or merge with them, are put aside, and so is a `Medication`, `Practitioner`, `PractitionerRole`, `Organization`, `Location` or `Group` that is called otherwise here, with what names it. An `identifier` that both have makes one of both. Where they open a gate further for somebody who was here before the import, a review asks to look; of those it brings itself nobody relied on an answer.',
  '',
]
