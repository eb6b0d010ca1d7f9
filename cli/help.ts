const commands = `Facialis: from first referral to lasting relief of hemifacial spasm.

  facialis assess FILE|-   says where one person stands, what may be done, and what is next
      --json               the advice as JSON instead of a page
      --as-of DATE         the day to answer for (YYYY-MM-DD); else the file's own, else today
      --policy FILE        numbers of your site: {"<policy id>": number}, or a list of
                           {"effectiveFrom": "YYYY-MM-DD", "values": {…}}
  facialis apply FILE|-    the pathway applied to one person: a FHIR CarePlan with each next step, its condition,
                           owner, priority and last day; --as-of and --policy as above
  facialis cohort FILE|FOLDER|-
                           answers every decision about many people at once: FHIR resources or bundles about one person,
                           one a line (NDJSON, as Bulk Data exports write it), people and types in any order; of a folder
                           every file that ends in .ndjson. What cannot be used is named with file and line, everything
                           else is answered, and the command ends with code 1
      --as-of DATE, --policy FILE  as above
      --decision ID        this decision only;  --answer WORD  and this answer only
      --list               the people themselves, each with their answers
      --against FILE       who would be answered otherwise with these numbers of a site: how many move from which answer
                           to which, with --list who;  --against-day DATE  the same of another day
      --out csv|ndjson     rows for other programs instead of a page
  facialis facts FILE|FOLDER|-
                           what is known of everybody on one day, worked out of the same lines as cohort reads: an Observation
                           for each fact and each entry that counts, one a line, for a CQL engine (docs/cql.md) or for the
                           views of "publish views". What cannot be used is told as by cohort
      --dialect sqlite|postgres|duckdb --tenant ID
                           the same as statements that put everybody into the tables of "sql --tables"
      --as-of DATE, --policy FILE  as above
  facialis prove           proves every promise of the pathway over all states a person could be in; a broken
                           one is shown with such a person, and the command ends with code 1
      --self-test          plants faults in the rules and shows that each is found
      --examples FOLDER    writes each such person as a file that "facialis assess" reads
      --dead-ends          looks among everybody there could be for somebody who is stuck: a decision is open, or a reason shuts
                           a gate, and no step moves what keeps it so (many minutes). Each is proved to have a way on,
                           or shown with such a person, and the command ends with code 1;  --of DECISION  this one only
      --mutants            makes every small mistake in the rules of decisions, steps, alerts and lists (ten minutes and more):
                           each has to be noticed by an example person or by somebody made up for that, or be proved to
                           tell everybody the same; what is left is listed, and the command ends with code 1
        --of ID            the rules of one decision, step, alert or list only;  --sample N  every Nth mistake only
        --make             after a rule has changed: makes people up for mistakes that no example notices, and writes
                           them to knowledge/examples/made-up-people.ndjson; those of that file stay while they notice any
        --make --part I/N  only looks at the I-th of N parts of what is left (several may run at once), and writes down what
                           it finds out in knowledge/examples/settled-mistakes.ndjson; a run that is ended goes on there
  facialis publish [FORM…] writes the pathway in other forms, or in those named: book (the pathway book, as one page
                           for the browser and as Markdown), tables (decision tables, CSV),
                           diagram (the pathway on one sheet, SVG),
                           package (FHIR R4: plans, activities, questionnaires, value sets),
                           cql (the rules as CQL and ELM),
                           views (SQL on FHIR, from which the flat fact table is filled)
      --out FOLDER         where to; else the folder "published" here
      --draft              says that a draft is meant
      --release            as a version to be kept: marked with its dates, with the release itself (from which it can be
                           loaded again) and what it changes for whom. Refused while a part is not signed, or was signed
                           before it was changed, or nobody but who wrote it signed it off, unless
                           --draft is said
      --effective DATE --review-by DATE   from when it counts, and by when it is looked at again
      --attestations FOLDER               where the signatures are; else those that came with this copy
  facialis diff OLD NEW    what two versions say otherwise, and which example people are answered otherwise; a version is
                           the number of a release, the file of one, or "working" for the rules as they stand here
      --over FILE|FOLDER|- the same of people on record, as "cohort" reads them, with --as-of and --policy; --list who
  facialis attest          how every part of the pathway stands: signed, signed before it was changed, or not; --list names each
      --as NAME --key FILE signs parts: --part "limit botulinum *" (as often as needed) or --all
      --sign-off --author "WHO WROTE IT" --as NAME --key FILE
                           signs the version off as a whole, for a release; whoever wrote it cannot
      --new-key FILE       makes a key to sign with
      --in FOLDER          where signatures and signers.json are; else those of this copy;  --on DATE  the day of signing
  facialis sql --dialect sqlite|postgres|duckdb
                           every decision as SQL over the flat fact table (docs/fact-table.md), for where the data lies
      --tables             that table itself, as CREATE TABLE
      --fill --tenant ID   statements that fill it from the rows of the views that "publish views" writes
      --as-of DATE, --policy FILE  as above
  facialis import FILE|FOLDER…
                           brings FHIR R4 resources into the record, one a line (NDJSON, as Bulk Data exports write it), in
                           any order, 500 in each transaction. Each is held against R4 and against the gate, as whatever
                           comes in over FHIR; what is refused is put aside and told with file and line, and the command
                           ends with code 1. What is here already stays as it is. Whoever names another record of theirs that
                           leads nowhere (Patient.link) is kept and told likewise. For a clinic that is closed meanwhile
      --aside FILE         keeps what was told, one a line, with the reason
      --data FOLDER        where the record is; else where the product looks (FACIALIS_DATA, FACIALIS_DATABASE_URL)
  facialis verify [FILE]   whether the record, or a backup of it, is whole: the database, the audit trail, every version and
                           decision against it, and what searches go by against the resources; and how much it holds. What is
                           broken is named, and the command ends with code 1
      --head NUMBER:HASH   the head of the trail as it was noted elsewhere, which finds a trail that was cut off or written anew
      --heads FILE --key FILE  the same by the ends that the clinic signs and notes every five minutes (FACIALIS_HEADS)
      --json               the same for programs
  facialis reindex         makes what searches go by from the resources anew, when verify says that it differs;  --data FOLDER
  facialis backup FILE     the whole record as one file, while the clinic goes on working
  facialis restore FILE    brings such a file back, into a place that holds no record yet; it is verified before it appears.
                           A backup of SQLite may be restored into PostgreSQL, and one of PostgreSQL into SQLite
  facialis replay ID       gives a logged advice again from what it was given on, and says whether it is the same, byte for byte
      --patient ID, --all  those of one patient, or all: what differs is listed, and the command ends with code 1
      --file FILE          of a backup
  facialis let-in NAME     prints a link that lets an administrator in who has no way in any more (a password nobody knows): it
                           works once, for 24 hours. The old password counts no more. Everybody else is let in by an
                           administrator, on the screen "Accounts"
  facialis feedback        what other systems told of the cards they were shown (CDS Hooks): how often which outcome of which
                           service, for which reason;  --json  the same for programs
  facialis start           opens the product in this folder, like npm start
  facialis help [COMMAND]  this page, or what it says of one command
  facialis --version       the version
`

/** What is said once of several commands. */
const ofSeveral: readonly Readonly<{ names: readonly string[]; says: string }>[] = [
  {
    names: ['assess', 'apply'],
    says: 'FILE of assess and apply is a FHIR R4 bundle about one person, or plain facts as docs/facts.md describes them.',
  },
  {
    names: ['assess', 'apply', 'cohort', 'facts', 'diff'],
    says: 'A - in the place of a file is the standard input.',
  },
  {
    names: ['verify', 'reindex', 'backup', 'restore', 'replay', 'let-in', 'feedback'],
    says: `verify, reindex, backup, restore, replay, let-in and feedback look where the product does (FACIALIS_DATA,
FACIALIS_DATABASE_URL); --data FOLDER names another folder. All but restore may be used beside a running server.`,
  },
  {
    names: ['assess', 'apply', 'cohort', 'facts', 'diff', 'attest', 'publish', 'sql'],
    says: 'Days begin and end where the site is (FACIALIS_ZONE); where that is not set, in the time zone of the machine.',
  },
]

const codes = `A command ends with code 0, or with 1 where that is said of it; a fault in the input or on the command line ends with 2 and one
sentence, a record, file or output that cannot be written (a full disk) with 74, and a fault in Facialis itself with 70.`

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
    ...(name !== 'assess' && own.includes('--as-of') ? ['  of which, as of assess:', ...above] : []),
    '',
    ...shared,
    codes,
    '“facialis help” tells of every command.\n',
  ].join('\n')
}
