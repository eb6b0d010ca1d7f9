const commands = `Facialis: from first referral to lasting relief of hemifacial spasm.

  facialis assess FILE|-   says where one person stands, what may be done, and what is next
      --json               prints the advice as JSON
      --as-of DATE         the day to answer for (YYYY-MM-DD); by default the file's own day, or today
      --policy FILE        your site's numbers: {"<policy id>": number}, or a list of
                           {"effectiveFrom": "YYYY-MM-DD", "values": {…}}
  facialis apply FILE|-    applies the pathway to one person: a FHIR CarePlan with each next step, its condition,
                           owner, priority and due date; --as-of and --policy as above
  facialis cohort FILE|FOLDER|-
                           answers every decision about many people at once. Input: FHIR resources, or bundles about one
                           person, one per line (NDJSON, as in Bulk Data exports), people and types in any order; of a
                           folder, every file that ends in .ndjson. Lines that cannot be used are named by file and line,
                           the rest is answered, and the command ends with code 1
      --as-of DATE, --policy FILE  as above
      --decision ID        only this decision;  --answer WORD  and only this answer
      --list               lists the people, each with their answers
      --against FILE       compares with other site numbers: how many people change from which answer to which (--list
                           names them);  --against-day DATE  compares with another day
      --out csv|ndjson     prints rows for other programs instead of a page
  facialis facts FILE|FOLDER|-
                           prints everybody's facts on one day, from the same input as cohort: one Observation per line for
                           each fact and each entry that counts, for a CQL engine (docs/cql.md) or for the views of
                           "publish views". Lines that cannot be used are reported as by cohort
      --dialect sqlite|postgres|duckdb --tenant ID
                           prints SQL statements that load everybody into the tables of "sql --tables" instead
      --as-of DATE, --policy FILE  as above
  facialis prove           proves every promise of the pathway over all states a person could be in; for a broken promise
                           it shows such a person, and ends with code 1
      --self-test          plants faults in the rules and shows that each is found
      --examples FOLDER    writes each such person to a file that "facialis assess" reads
      --dead-ends          searches all possible people for somebody who is stuck: a decision is open, or a reason shuts
                           a gate, and no step changes that (takes many minutes). For each it proves that there is a way
                           on, or shows such a person and ends with code 1;  --of DECISION  only this one
      --mutants            makes every small mistake in the rules of decisions, steps, alerts and lists (ten minutes or more).
                           Each mistake must be noticed by an example person, or by a person made up for it, or be proved
                           to change nobody's advice; the rest is listed, and the command ends with code 1
        --of ID            only the rules of one decision, step, alert or list;  --sample N  only every Nth mistake
        --make             after a rule change: makes up people for mistakes that no example notices, and writes them
                           to knowledge/examples/made-up-people.ndjson; people already there stay while they notice any
        --make --part I/N  works only on the Ith of N parts of the rest (several may run at once), and records its findings
                           in knowledge/examples/settled-mistakes.ndjson; an interrupted run resumes there
  facialis publish [FORM…] writes the pathway in every published form, or in those named: book (the pathway book, as one
                           page for the browser and as Markdown), tables (decision tables, CSV),
                           diagram (the pathway on one sheet, SVG),
                           package (FHIR R4: plans, activities, questionnaires, value sets),
                           cql (the rules as CQL and ELM),
                           views (SQL on FHIR, which fill the flat fact table)
      --out FOLDER         where to write; by default the folder "published" here
      --draft              confirms that this is a draft
      --release            publishes a version to keep: marked with its dates, with the release itself (a file it can be
                           loaded from again) and with what it changes for whom. Refused while a part is unsigned or was
                           changed after it was signed, or nobody but its author has signed the version off, unless
                           --draft is given
      --effective DATE --review-by DATE   the day it takes effect, and the day by which it must be reviewed
      --attestations FOLDER               where the signatures are; by default those of this installation
  facialis diff OLD NEW    shows how two versions differ, and for which example people the answers differ; a version is
                           a release number, a release file, or "working" for the rules in this installation
      --over FILE|FOLDER|- compares for people on record, read as by "cohort", with --as-of and --policy; --list names them
  facialis attest          shows for every part of the pathway whether it is signed, changed since it was signed, or unsigned;
                           --list names each part
      --as NAME --key FILE signs parts: --part "limit botulinum *" (may be repeated) or --all
      --sign-off --author "WHO WROTE IT" --as NAME --key FILE
                           signs off the version as a whole, for a release; its author cannot
      --new-key FILE       creates a signing key
      --in FOLDER          where signatures and signers.json are; by default those of this installation
      --on DATE            the day of signing
  facialis sql --dialect sqlite|postgres|duckdb
                           prints every decision as SQL over the flat fact table (docs/fact-table.md), to run where the data is
      --tables             prints that table as CREATE TABLE
      --fill --tenant ID   prints statements that fill it from the rows of the views that "publish views" writes
      --as-of DATE, --policy FILE  as above
  facialis import FILE|FOLDER…
                           imports FHIR R4 resources into the record, one per line (NDJSON, as in Bulk Data exports), in any
                           order, 500 per transaction. Each is checked against R4 and the gate, like anything that comes in
                           over FHIR; refused lines are set aside and reported by file and line, and the command ends with
                           code 1. What another Facialis exported comes as history, its signatures apart: a clinician here
                           agrees with each diagnosis (to move a record, use backup and restore). Resources already in the record stay as they are. A person whose link to another record of
                           theirs (Patient.link) leads nowhere is kept, and reported too. The clinic must be closed meanwhile
      --aside FILE         writes the reports to a file, one per line, with the reason
      --data FOLDER        where the record is; by default where the product looks (FACIALIS_DATA, FACIALIS_DATABASE_URL)
  facialis verify [FILE]   checks that the record, or a backup of it, is whole: the database, the audit trail, every version and
                           decision against the trail, and the search index against the resources. Also prints how much the
                           record holds. Anything broken is named, and the command ends with code 1
      --head NUMBER:HASH   checks against a head of the trail noted elsewhere; finds a trail that was cut off or rewritten
      --heads FILE --key FILE  checks against the signed heads that the clinic notes every five minutes (FACIALIS_HEADS)
      --json               prints JSON for programs
  facialis reindex         rebuilds the search index from the resources, when verify says that it differs;  --data FOLDER
  facialis backup FILE     writes the whole record to one file, while the clinic goes on working
  facialis restore FILE    restores such a file to a place that holds no record yet; it is verified before it appears.
                           A SQLite backup may be restored into PostgreSQL, and the other way round
  facialis replay ID       computes a logged advice again from its inputs, and says whether it is the same, byte for byte
      --patient ID, --all  replays those of one patient, or all: differences are listed, and the command ends with code 1
      --file FILE          replays from a backup
  facialis let-in NAME     prints a link for an administrator who can no longer sign in (a forgotten password, say). It works
                           once, for 24 hours, and the old password stops working. An administrator lets everybody else in,
                           on the screen "Accounts"
  facialis feedback        counts what other systems reported about the cards they were shown (CDS Hooks), by service,
                           outcome and reason;  --json  for programs
  facialis start           starts the product in this folder, like npm start
  facialis help [COMMAND]  shows this page, or the part about one command
  facialis --version       prints the version
`

/** What is said once of several commands. */
const ofSeveral: readonly Readonly<{ names: readonly string[]; says: string }>[] = [
  {
    names: ['assess', 'apply'],
    says: 'For assess and apply, FILE is a FHIR R4 bundle about one person, or plain facts as described in docs/facts.md.',
  },
  {
    names: ['assess', 'apply', 'cohort', 'facts', 'diff'],
    says: 'A - instead of a file reads standard input.',
  },
  {
    names: ['verify', 'reindex', 'backup', 'restore', 'replay', 'let-in', 'feedback'],
    says: `verify, reindex, backup, restore, replay, let-in and feedback find the record where the product does (FACIALIS_DATA,
FACIALIS_DATABASE_URL); --data FOLDER names another folder. All but restore may run beside a running server.`,
  },
  {
    names: ['assess', 'apply', 'cohort', 'facts', 'diff', 'attest', 'publish', 'sql'],
    says: 'Days begin and end in the time zone of the site (FACIALIS_ZONE), or of the machine if that is not set.',
  },
]

const codes = `Exit codes: 0, or 1 where the command says so; 2 with one sentence for an error in the input or on the command line;
74 if a record, file or output cannot be written (a full disk); 70 for a bug in Facialis itself.`

export const help = `${[commands.trimEnd(), '', ...ofSeveral.map(({ says }) => says), codes].join('\n')}\n`

/** What is said of one command, and what is said of it with others; the whole page for a word that is no command of its own. */
export function helpOf(name: string): string {
  const lines = commands.trimEnd().split('\n')
  const sectionOf = (one: string): readonly string[] => {
    const from = lines.findIndex((line) => line.startsWith(`  facialis ${one} `))
    const to = lines.findIndex((line, at) => at > from && line.startsWith('  facialis '))
    return from === -1 ? [] : lines.slice(from, to === -1 ? undefined : to)
  }
  const own = sectionOf(name).join('\n')
  if (own === '' || name === 'help') return help
  const above = sectionOf('assess').slice(sectionOf('assess').findIndex((line) => line.startsWith('      --as-of ')))
  const shared = ofSeveral.filter(({ names }) => names.includes(name)).map(({ says }) => says)
  return [
    own,
    ...(name !== 'assess' && own.includes('--as-of') ? ['  as for assess:', ...above] : []),
    '',
    ...shared,
    codes,
    '“facialis help” lists every command.\n',
  ].join('\n')
}
