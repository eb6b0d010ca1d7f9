/** Words that are reserved in some SQL engine; a column or table with such a name gets an underscore at its end. */
const reserved = new Set(
  (
    'all analyse analyze and any array as asc asymmetric authorization between binary both by case cast check collate collation column ' +
    'commit concurrently constraint create cross current current_date current_role current_time current_timestamp current_user ' +
    'cursor database date day default deferrable delete desc describe distinct do drop else end escape except exception execute exists ' +
    'false fetch filter float for foreign freeze from full function grant group grouping having hour if ilike in index initially inner insert ' +
    'intersect interval into is isnull join key lambda lateral leading left level like limit local localtime localtimestamp mode month ' +
    'natural not notnull null number of off offset on only or order outer over overlaps partition pivot placing position primary qualify ' +
    'range recursive references release replace returning right row rows savepoint second select session session_user set show similar ' +
    'size some start summarize symmetric system_user table tables tablesample temp then time timestamp to top trailing transaction ' +
    'trigger true type union unique unpivot update user using value values variadic verbose view when where window with within year ' +
    // Columns that every table of PostgreSQL has.
    'cmax cmin ctid tableoid xmax xmin'
  ).split(' '),
)

/** PostgreSQL silently truncates a longer identifier. */
const maxIdentifierBytes = 63

/** `ph.otherBabinski` as `ph_other_babinski`: snake case, which needs no quotes in any engine. */
export function snakeCase(id: string): string {
  const words = id
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(words) ? words : `n_${words}`
}

/** Makes identifiers unique: a name that is already taken gets a number. */
export function uniqueIdentifiers(): (wanted: string) => string {
  const taken = new Set<string>()
  const truncated = (name: string, ending: string): string =>
    `${name.slice(0, maxIdentifierBytes - ending.length)}${ending}`
  return (wanted) => {
    const plain = reserved.has(wanted) ? `${wanted}_` : wanted
    let name = truncated(plain, '')
    for (let suffix = 2; taken.has(name); suffix++) name = truncated(plain, `_${suffix}`)
    taken.add(name)
    return name
  }
}
